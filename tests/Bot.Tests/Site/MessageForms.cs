using FsCheck;
using FsCheck.Fluent;
using ReportBot.Bot.Channels.Website;

namespace ReportBot.Bot.Tests.Site;

public sealed class MessageForms
{
    [Fact]
    public void Read_any_words_as_browsers_encode_them() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        words =>
        {
            var typed = new string([.. words.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
            return ReadFieldsAsync([new("text", typed)]).GetAwaiter().GetResult().Text == typed;
        }));

    [Theory]
    [InlineData("text=a%00b%01%1Fc", "abc")]
    [InlineData("text=one%0D%0Atwo%0Dthree%0Afour", "one\ntwo\nthree\nfour")]
    [InlineData("text=100%25+sure+%26+more%3D", "100% sure & more=")]
    [InlineData("text=50%&other=1", "50%")]
    [InlineData("text=%zz%4", "%zz%4")]
    [InlineData("text", "")]
    [InlineData("=x&&&", "")]
    public async Task Read_what_is_odd_without_losing_the_words(string body, string text) =>
        Assert.Equal(text, (await ReadAsync(body)).Text);

    [Theory]
    [InlineData("turn=abc-DEF_123", "abc-DEF_123")]
    [InlineData("turn=", null)]
    [InlineData("turn=%3Cscript%3E", null)]
    [InlineData("turn=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", null)]
    public async Task Take_only_ids_that_could_be_ours(string body, string? turn) =>
        Assert.Equal(turn, (await ReadAsync(body)).Turn);

    [Theory]
    [InlineData("after=7", 7)]
    [InlineData("after=-7", 0)]
    [InlineData("after=99999999999", 0)]
    [InlineData("after=x", 0)]
    public async Task Count_a_broken_number_as_nothing(string body, int after) =>
        Assert.Equal(after, (await ReadAsync(body)).After);

    [Fact]
    public async Task Keep_every_choice_that_was_ticked()
    {
        var form = await ReadAsync("choice=race&choice=religion&text=");

        Assert.Equal(["race", "religion"], form.Choices);
        Assert.False(form.IsEmpty);
    }

    [Theory]
    [InlineData(20_000, false)]
    [InlineData(20_001, true)]
    public void Count_characters_and_not_code_units(int count, bool isTooLong)
    {
        var form = new MessageForm();

        form.Add("text", string.Concat(Enumerable.Repeat("😀", count)));

        Assert.Equal(isTooLong, form.IsTooLong);
    }

    [Fact]
    public async Task Are_not_read_beyond_a_megabyte()
    {
        var request = Request(new byte[(1024 * 1024) + 1]);

        var failure = await Record.ExceptionAsync(() => UrlEncodedForm.ReadAsync(request, new MessageForm(), 1024 * 1024, default).AsTask());

        Assert.Equal(StatusCodes.Status413PayloadTooLarge, Assert.IsType<BadHttpRequestException>(failure).StatusCode);
    }

    private static async Task<MessageForm> ReadFieldsAsync(IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await ReadAsync(await content.ReadAsByteArrayAsync());
    }

    private static Task<MessageForm> ReadAsync(string body) => ReadAsync(System.Text.Encoding.UTF8.GetBytes(body));

    private static async Task<MessageForm> ReadAsync(byte[] body)
    {
        var form = new MessageForm();
        await UrlEncodedForm.ReadAsync(Request(body), form, 1024 * 1024, default);
        return form;
    }

    private static HttpRequest Request(byte[] body)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(body);
        return request;
    }
}
