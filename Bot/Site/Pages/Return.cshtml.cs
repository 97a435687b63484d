using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Channels.Website;

namespace ReportBot.Bot.Site.Pages;

/// <summary>Coming back with a return code. No form token: the origin is checked instead, so that no second cookie is needed.</summary>
[IgnoreAntiforgeryToken]
public sealed class ReturnModel(ChatReturn chatReturn) : PageModel
{
    private const int LongestCode = 200;

    /// <summary>Why the code did not open anything; null when none was tried.</summary>
    public string? Problem { get; private set; }

    /// <summary>The code as it was typed.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Opens the conversation of the code, or says that it opens none.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = await PostedForm.ReadAsync(Request, cancellationToken);
        var code = form["code"].ToString();
        Code = code.Length <= LongestCode ? code : "";
        try
        {
            if (await chatReturn.OpenAsync(HttpContext, Code, cancellationToken))
            {
                ChatAnswer.SeeOther(HttpContext, "/chat#latest");
                return new EmptyResult();
            }

            Problem = "That code does not open anything. Check it and try again. A report that was not sent is deleted after seven days.";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        catch (IOException)
        {
            // Nothing was changed for the person: they can press Open again.
            Problem = "We could not open it just now. Please try again in a minute.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        return Page();
    }
}
