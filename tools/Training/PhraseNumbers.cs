using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Training;

/// <summary>Every weight of the phrase filters in one row of numbers, and where each begins.</summary>
internal sealed class PhraseNumbers
{
    private const int Size = PhraseWeights.Size;

    private readonly uint[] _keys;
    private readonly int _columns;

    /// <summary>Begins with small numbers by chance, the same every time.</summary>
    public PhraseNumbers(uint[] keys, int words, int columns)
    {
        (_keys, _columns) = (keys, columns);
        Taps = keys.Length * Size;
        Bias = Taps + (PhraseWeights.Taps * Size);
        Worth = Bias + PhraseWeights.Filters;
        Start = Worth + (PhraseWeights.Filters * columns);
        // A length that any processor's vectors divide.
        All = new float[(Start + columns + 63) / 64 * 64];
        var chance = new Chance(1);
        for (var i = 0; i < Taps; i++)
            All[i] = chance.Bell() * (i < words * Size ? 0.01f : 0.05f);
        for (var (width, at, bias) = (0, Taps, Bias); width < PhraseWeights.Widths.Length; width++)
        {
            var reach = 1 / MathF.Sqrt(PhraseWeights.Widths[width] * Size);
            for (var end = at + (PhraseWeights.Widths[width] * PhraseWeights.Each * Size); at < end; at++)
                All[at] = chance.Between(-reach, reach);
            for (var end = bias + PhraseWeights.Each; bias < end; bias++)
                All[bias] = chance.Between(-reach, reach);
        }

        for (var i = Worth; i < Start + columns; i++)
            All[i] = chance.Between(-1, 1) / MathF.Sqrt(PhraseWeights.Filters);
    }

    /// <summary>All of them: the inputs' vectors first.</summary>
    public float[] All { get; }

    /// <summary>Where the taps begin.</summary>
    public int Taps { get; }

    /// <summary>Where the filters' biases begin.</summary>
    public int Bias { get; }

    /// <summary>Where the worths of the answers begin.</summary>
    public int Worth { get; }

    /// <summary>Where the columns' starts begin.</summary>
    public int Start { get; }

    /// <summary>The weights as they are read.</summary>
    public PhraseWeights Weights() => new()
    {
        Keys = _keys,
        Vectors = All[..Taps],
        TapVectors = All[Taps..Bias],
        Bias = All[Bias..Worth],
        Worth = All[Worth..Start],
        Start = All[Start..(Start + _columns)],
    };
}
