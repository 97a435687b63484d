using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class ReferenceNumberTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static Arbitrary<Guid> Ids => ArbMap.Default.ArbFor<Guid>();

    [Fact]
    public void Is_always_the_same_for_a_report()
    {
        var id = new Guid("7d6d1dd2-7c3b-4a8e-9a3e-0d5b8f0f5d11");

        Assert.Equal(ReferenceNumber.Of(id), ReferenceNumber.Of(id));
        Assert.Matches("^HR-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", ReferenceNumber.Of(id).ToString());
    }

    [Fact]
    public void Is_read_back_however_it_is_typed() => Prop.ForAll(Ids, id =>
    {
        var reference = ReferenceNumber.Of(id);
        var shown = reference.ToString();
        string[] typed =
        [
            shown, shown.ToLowerInvariant(), shown[3..], shown.Replace("-", "", StringComparison.Ordinal),
            shown[3..].Replace("-", "", StringComparison.Ordinal), shown.Replace('-', ' '), $"  {shown.Replace('-', '\u2013')} ",
            shown.Replace('0', 'o').Replace('1', 'l'), shown.Replace('0', 'O').Replace('1', 'I'),
        ];
        return typed.All(text => ReferenceNumber.TryParse(text, out var read) && read == reference);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_not_read_with_any_one_character_wrong() => Prop.ForAll(Ids, id =>
    {
        var body = Body(id);
        return Enumerable.Range(0, body.Length).All(place => Alphabet.Where(c => c != body[place]).All(wrong =>
            !ReferenceNumber.TryParse(body[..place] + wrong + body[(place + 1)..], out _)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_not_read_with_any_two_characters_in_each_others_place() => Prop.ForAll(Ids, id =>
    {
        var body = Body(id);
        return Enumerable.Range(0, body.Length).All(first => Enumerable.Range(first + 1, body.Length - first - 1).All(second =>
            body[first] == body[second] || !ReferenceNumber.TryParse(Swapped(body, first, second), out _)));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("HR-")]
    [InlineData("HR-1234")]
    [InlineData("my reference is lost")]
    [InlineData("HR-0000-000U")]
    [InlineData("HR-0000-0000-0000")]
    public void Is_not_read_from_anything_else(string? typed) => Assert.False(ReferenceNumber.TryParse(typed, out _));

    [Fact]
    public void Is_read_from_a_body_that_begins_like_the_prefix()
    {
        var body = Enumerable.Range(0, 100_000).Select(i => Body(new Guid(i, 0, 0, new byte[8]))).First(text => text.StartsWith("HR", StringComparison.Ordinal));

        Assert.True(ReferenceNumber.TryParse(body, out var bare));
        Assert.True(ReferenceNumber.TryParse("HR" + body, out var prefixed));
        Assert.Equal(bare, prefixed);
    }

    private static string Body(Guid id) => ReferenceNumber.Of(id).ToString()[3..].Replace("-", "", StringComparison.Ordinal);

    private static string Swapped(string text, int first, int second)
    {
        var characters = text.ToCharArray();
        (characters[first], characters[second]) = (characters[second], characters[first]);
        return new string(characters);
    }
}
