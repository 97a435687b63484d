using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace ReportBot.Builder.Tests.Schema;

public sealed class ErrorResponseExceptionTests
{
    [Fact]
    public void A_refusal_tells_its_status_after_the_answer_is_gone()
    {
        ErrorResponseException refusal;
        using (var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { ReasonPhrase = "Slow down" })
            refusal = new ErrorResponseException("The channel refused.")
            {
                Response = new HttpResponseMessageWrapper(response, "{}"),
                Body = new ErrorResponse(new Error { Code = "Throttled", Message = "Slow down" }),
            };

        Assert.Equal((HttpStatusCode.TooManyRequests, "Slow down", "{}"), (refusal.Response.StatusCode, refusal.Response.ReasonPhrase, refusal.Response.Content));
        Assert.Equal("Throttled", refusal.Body.Error.Code);
        Assert.IsAssignableFrom<RestException>(refusal);
    }
}
