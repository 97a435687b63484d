namespace ReportBot.Bot.Staff.Qr;

/// <summary>How hard a drawing is to scan (ISO/IEC 18004:2015, 7.8.3): long runs, blocks, what looks like a finder, and too much of one colour.</summary>
internal static class QrPenalty
{
    private static readonly bool[] LooksLikeFinder = [true, false, true, true, true, false, true, false, false, false, false];

    /// <summary>The penalty; less is better.</summary>
    public static int Of(QrMatrix matrix)
    {
        var penalty = Balance(matrix) + Blocks(matrix);
        for (var line = 0; line < matrix.Size; line++)
        {
            var at = line;
            penalty += Line(matrix.Size, i => matrix[i, at]) + Line(matrix.Size, i => matrix[at, i]);
        }

        return penalty;
    }

    private static int Line(int size, Func<int, bool> dark)
    {
        var penalty = 0;
        for (int i = 1, run = 1; i <= size; i++, run++)
        {
            if (i < size && dark(i) == dark(i - 1))
                continue;
            penalty += run >= 5 ? run - 2 : 0;
            run = 0;
        }

        for (var i = 0; i + LooksLikeFinder.Length <= size; i++)
        {
            var from = i;
            var indices = Enumerable.Range(0, LooksLikeFinder.Length).ToArray();
            if (indices.All(j => dark(from + j) == LooksLikeFinder[j]) || indices.All(j => dark(from + j) == LooksLikeFinder[^(j + 1)]))
                penalty += 40;
        }

        return penalty;
    }

    private static int Blocks(QrMatrix matrix)
    {
        var penalty = 0;
        for (var y = 1; y < matrix.Size; y++)
            for (var x = 1; x < matrix.Size; x++)
                if (matrix[x, y] == matrix[x - 1, y] && matrix[x, y] == matrix[x, y - 1] && matrix[x, y] == matrix[x - 1, y - 1])
                    penalty += 3;
        return penalty;
    }

    private static int Balance(QrMatrix matrix)
    {
        var dark = 0;
        for (var y = 0; y < matrix.Size; y++)
            for (var x = 0; x < matrix.Size; x++)
                dark += matrix[x, y] ? 1 : 0;
        return Math.Abs((dark * 20) - (matrix.Size * matrix.Size * 10)) / (matrix.Size * matrix.Size) * 10;
    }
}
