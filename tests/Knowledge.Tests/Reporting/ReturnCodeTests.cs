using FsCheck;
using FsCheck.Fluent;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class ReturnCodeTests
{
    private static Arbitrary<ReturnCode> Codes => Gen.Constant(0).Select(_ => ReturnCode.New()).ToArbitrary();

    [Fact]
    public void Is_four_groups_of_four() =>
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", ReturnCode.New().ToString());

    [Fact]
    public void Holds_80_bits() => Assert.Equal(10, ReturnCode.New().ToBytes().Length);

    [Fact]
    public void Is_read_back_however_it_is_typed() => Prop.ForAll(Codes, code =>
    {
        var shown = code.ToString();
        string[] typed =
        [
            shown, shown.ToLowerInvariant(), shown.Replace("-", "", StringComparison.Ordinal), shown.Replace('-', ' '),
            $"\t{string.Join(' ', shown.ToCharArray())}\n", shown.Replace('-', '\u2014'), shown.Replace('0', 'o').Replace('1', 'i'),
            shown.Replace('0', 'O').Replace('1', 'L'),
        ];
        return typed.All(text => ReturnCode.TryParse(text, out var read) && read.Equals(code) && read.ToBytes().AsSpan().SequenceEqual(code.ToBytes()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Uses_every_bit_of_its_bytes()
    {
        // The bits of all codes together, set and unset, leave none that never varies.
        var codes = Enumerable.Range(0, 200).Select(_ => ReturnCode.New().ToBytes()).ToList();

        for (var i = 0; i < ReturnCode.Size; i++)
        {
            Assert.Equal(0xFF, codes.Aggregate(0, (bits, code) => bits | code[i]));
            Assert.Equal(0x00, codes.Aggregate(0xFF, (bits, code) => bits & code[i]));
        }
    }

    [Fact]
    public void Never_comes_twice() => Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => ReturnCode.New()).Distinct().Count());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K2M-Q0XA-91CD")]
    [InlineData("7K2M-Q0XA-91CD-EFGHJ")]
    [InlineData("7K2M-Q0XA-91CD-EFGU")]
    [InlineData("7K2M-Q0XA-91CD-EFG\u0661")]
    [InlineData("I have lost my code, sorry")]
    public void Is_not_read_from_anything_else(string? typed)
    {
        Assert.False(ReturnCode.TryParse(typed, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void Gives_away_copies_of_its_bytes()
    {
        var code = ReturnCode.New();
        var before = code.ToString();

        Array.Clear(code.ToBytes());

        Assert.Equal(before, code.ToString());
    }
}
