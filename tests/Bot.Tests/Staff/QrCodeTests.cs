using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReportBot.Bot.Staff.Qr;

namespace ReportBot.Bot.Tests.Staff;

public sealed class QrCodeTests
{
    [Fact]
    public void The_generator_is_the_one_the_standard_lists()
    {
        // ISO/IEC 18004:2015, annex A: seven correction words, as powers of the field's generator 87 229 146 149 238 102 21.
        var powers = new[] { 87, 229, 146, 149, 238, 102, 21 };

        Assert.Equal(powers.Select(Power), ReedSolomon.Generator(7));
    }

    [Fact]
    public void What_is_drawn_reads_back_as_the_text()
    {
        Prop.ForAll(Gen.Choose(1, 213).SelectMany(length => Gen.Elements(Enumerable.Range(32, 95).Select(c => (char)c).ToArray()).ArrayOf(length)).ToArbitrary(), letters =>
        {
            var text = new string(letters);
            return Read(QrMatrix.Best(QrData.Of(Encoding.UTF8.GetBytes(text))!)) == text;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_too_long_for_it_has_no_picture()
    {
        Assert.NotNull(QrCode.Svg(new string('a', 213)));
        Assert.Null(QrCode.Svg(new string('a', 214)));
    }

    [Fact]
    public void The_picture_is_dark_on_light_with_a_quiet_edge_and_no_style()
    {
        var svg = QrCode.Svg("hello")!;

        Assert.Contains("viewBox=\"0 0 29 29\"", svg, StringComparison.Ordinal);
        Assert.Contains("M4 4h1v1h-1z", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style", svg, StringComparison.Ordinal);
    }

    // A reader of its own, so that drawing is not held against itself: format first, then words, blocks, check and text.
    private static string Read(QrMatrix drawn)
    {
        var version = (drawn.Size - 17) / 4;
        var mask = Mask(drawn);
        var words = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var (x, y) in drawn.WordSquares())
        {
            bits = (bits << 1) | (drawn[x, y] ^ QrMatrix.Turns(mask, x, y) ? 1 : 0);
            if (++count % 8 == 0)
                words.Add((byte)bits);
        }

        var data = Data(version, words);
        var length = version < 10 ? ((data[0] & 0xF) << 4) | (data[1] >> 4) : ((data[0] & 0xF) << 12) | (data[1] << 4) | (data[2] >> 4);
        var first = version < 10 ? 1 : 2;
        Assert.Equal(4, data[0] >> 4);
        return Encoding.UTF8.GetString([.. Enumerable.Range(first, length).Select(i => (byte)((data[i] << 4) | (data[i + 1] >> 4)))]);
    }

    private static int Mask(QrMatrix drawn)
    {
        var format = 0;
        for (var i = 14; i >= 0; i--)
        {
            var (x, y) = i < 8 ? (drawn.Size - 1 - i, 8) : (8, drawn.Size - 15 + i);
            format = (format << 1) | (drawn[x, y] ? 1 : 0);
        }

        return ((format ^ 0x5412) >> 10) & 7;
    }

    private static List<byte> Data(int version, List<byte> words)
    {
        int[] correction = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
        int[] blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
        var (check, number) = (correction[version - 1], blocks[version - 1]);
        var total = new[] { 26, 44, 70, 100, 134, 172, 196, 242, 292, 346 }[version - 1];
        var (shortest, longer) = Math.DivRem(total - (check * number), number);
        var read = Enumerable.Range(0, number).Select(_ => new List<byte>()).ToList();
        var at = 0;
        for (var i = 0; i <= shortest; i++)
            for (var block = 0; block < number; block++)
                if (i < shortest || block >= number - longer)
                    read[block].Add(words[at++]);
        var data = read.SelectMany(block => block).ToList();
        for (var i = 0; i < check; i++)
            for (var block = 0; block < number; block++)
                read[block].Add(words[at++]);
        Assert.All(read, block => AssertChecks(block, check));
        return data;
    }

    // Every root of the generator is a root of the whole block.
    private static void AssertChecks(List<byte> block, int check)
    {
        for (var root = 0; root < check; root++)
        {
            byte sum = 0;
            foreach (var word in block)
                sum = (byte)(ReedSolomon.Multiply(sum, Power(root)) ^ word);
            Assert.Equal(0, sum);
        }
    }

    private static byte Power(int exponent)
    {
        byte power = 1;
        for (var i = 0; i < exponent; i++)
            power = ReedSolomon.Multiply(power, 2);
        return power;
    }
}
