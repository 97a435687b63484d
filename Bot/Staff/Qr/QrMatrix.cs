namespace ReportBot.Bot.Staff.Qr;

/// <summary>The squares of a QR code, dark where true.</summary>
internal sealed class QrMatrix
{
    private const int Masks = 8;

    // Where the small squares stand, versions 1 to 10 (ISO/IEC 18004:2015, annex E).
    private static readonly int[][] Alignment =
        [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    private QrMatrix(QrData data, int mask)
    {
        Size = 17 + (4 * data.Version);
        (_dark, _fixed) = (new bool[Size, Size], new bool[Size, Size]);
        DrawPatterns(data.Version);
        DrawVersion(data.Version);
        DrawFormat(mask);
        DrawWords(data.Codewords, mask);
    }

    /// <summary>Squares on a side.</summary>
    public int Size { get; }

    /// <summary>True when that square is dark.</summary>
    public bool this[int x, int y] => _dark[x, y];

    /// <summary>The drawing with the mask that is easiest to scan.</summary>
    public static QrMatrix Best(QrData data) =>
        Enumerable.Range(0, Masks).Select(mask => new QrMatrix(data, mask)).MinBy(QrPenalty.Of)!; // There are eight.

    /// <summary>True when a mask turns that square over.</summary>
    internal static bool Turns(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((x / 3) + (y / 2)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };

    /// <summary>The squares of the code words, in the order they are drawn.</summary>
    internal IEnumerable<(int X, int Y)> WordSquares()
    {
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            if (right == 6) // The column of the timing line is passed over.
                right = 5;
            for (var step = 0; step < Size; step++)
            {
                var y = ((right + 1) & 2) == 0 ? Size - 1 - step : step;
                for (var x = right; x >= right - 1; x--)
                    if (!_fixed[x, y])
                        yield return (x, y);
            }
        }
    }

    private void DrawPatterns(int version)
    {
        for (var i = 0; i < Size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }

        DrawRings(3, 3, 4);
        DrawRings(Size - 4, 3, 4);
        DrawRings(3, Size - 4, 4);
        var places = Alignment[version - 1];
        foreach (var x in places)
            foreach (var y in places)
                if (!((x == 6 && y == 6) || (x == 6 && y == Size - 7) || (x == Size - 7 && y == 6)))
                    DrawRings(x, y, 2);
    }

    // A finder is dark at rings 0, 1 and 3, an alignment square at 0 and 2; both are light at the ring before their last dark one.
    private void DrawRings(int centreX, int centreY, int radius)
    {
        for (var dy = -radius; dy <= radius; dy++)
            for (var dx = -radius; dx <= radius; dx++)
            {
                var ring = Math.Max(Math.Abs(dx), Math.Abs(dy));
                var (x, y) = (centreX + dx, centreY + dy);
                if (x >= 0 && x < Size && y >= 0 && y < Size)
                    Fix(x, y, radius == 4 ? ring is not (2 or 4) : ring != 1);
            }
    }

    private void DrawVersion(int version)
    {
        if (version < 7)
            return;
        var rest = version;
        for (var i = 0; i < 12; i++)
            rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
        var bits = (version << 12) | rest;
        for (var i = 0; i < 18; i++)
        {
            var (across, along) = (Size - 11 + (i % 3), i / 3);
            Fix(across, along, ((bits >> i) & 1) != 0);
            Fix(along, across, ((bits >> i) & 1) != 0);
        }
    }

    private void DrawFormat(int mask)
    {
        // Error correction M is 00, so the five data bits are the mask alone.
        var rest = mask;
        for (var i = 0; i < 10; i++)
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        var bits = ((mask << 10) | rest) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var dark = ((bits >> i) & 1) != 0;
            var (x, y) = i switch { < 6 => (8, i), 6 => (8, 7), 7 => (8, 8), 8 => (7, 8), _ => (14 - i, 8) };
            Fix(x, y, dark);
            (x, y) = i < 8 ? (Size - 1 - i, 8) : (8, Size - 15 + i);
            Fix(x, y, dark);
        }

        Fix(8, Size - 8, true);
    }

    private void DrawWords(byte[] words, int mask)
    {
        var at = 0;
        foreach (var (x, y) in WordSquares())
        {
            // Up to seven squares are left over after the last word.
            var bit = at < words.Length * 8 && ((words[at / 8] >> (7 - (at % 8))) & 1) != 0;
            _dark[x, y] = bit ^ Turns(mask, x, y);
            at++;
        }
    }

    private void Fix(int x, int y, bool dark) => (_dark[x, y], _fixed[x, y]) = (dark, true);
}
