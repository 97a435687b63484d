using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>One text under the phrase filters. Kept for one thread and used again, so that it allocates nothing.</summary>
internal sealed class PhraseRun
{
    private const int Ring = 8;

    private (int Word, int Row)[] _inputs = new (int, int)[1024];
    private PhraseFilters? _filters;
    private int _count;
    private readonly short[] _taps = new short[Ring * PhraseFilters.RowSize];
    private readonly short[] _strongest = new short[PhraseWeights.Filters];
    private readonly float[] _answers = new float[PhraseWeights.Filters];
    private readonly short[] _places = new short[PhraseWeights.Filters];
    private int[] _ordered = new int[256];
    private int[] _starts = new int[257];
    private int _words;

    /// <summary>The strongest answer of each filter, 0 or more.</summary>
    public ReadOnlySpan<float> Answers => _answers;

    /// <summary>Forgets the last text, for another under these filters.</summary>
    public void Begin(PhraseFilters filters, int words) => (_filters, _words, _count) = (filters, words, 0);

    /// <summary>Takes what an input brings to the words from one up to, not including, another.</summary>
    /// <param name="row">Where it stands in the filters' rows, or <see cref="PhraseFilters.Nothing"/>.</param>
    /// <param name="first">The first word.</param>
    /// <param name="end">The word after the last.</param>
    public void Add(int row, int first, int end)
    {
        if (row == PhraseFilters.Nothing)
            return;
        ref readonly var bytes = ref _filters!.Rows[row];
        for (nint i = 0; i < PhraseFilters.RowSize; i += Memory.Line)
            Memory.Fetch(in Unsafe.Add(ref Unsafe.AsRef(in bytes), i));
        Memory.Fetch(in Unsafe.Add(ref Unsafe.AsRef(in bytes), PhraseFilters.RowSize - 1));
        if (_count + end - first > _inputs.Length)
            Array.Resize(ref _inputs, Math.Max(_count + end - first, _inputs.Length * 2));
        for (var word = first; word < end; word++)
            _inputs[_count++] = (word, row);
    }

    /// <summary>Finds the strongest answer of every filter.</summary>
    public void Run()
    {
        Order();
        Array.Fill(_strongest, short.MinValue);
        Array.Clear(_places);
        // Before the first word stand empty ones, and after the last: the widest filters can look at both from their middle.
        for (var before = 1; before < PhraseWeights.Widths[^1]; before++)
            Taps(-before).Clear();
        for (var last = 0; last < _words + (PhraseWeights.Widths[^1] / 2); last++)
        {
            Sum(last);
            for (var (width, tap) = (0, 0); width < PhraseWeights.Widths.Length; tap += PhraseWeights.Widths[width], width++)
                Answer(width, tap, last);
        }

        _filters!.Answer(_strongest, _answers);
    }

    /// <summary>The words a filter's strongest answer rests on.</summary>
    public (int First, int End) WordsOf(int filter)
    {
        var (width, middle) = (PhraseWeights.Widths[filter / PhraseWeights.Each], _places[filter]);
        return (Math.Max(0, middle - (width / 2)), Math.Min(_words, middle + ((width - 1) / 2) + 1));
    }

    // Inputs come rule by rule; they are needed word by word.
    private void Order()
    {
        if (_starts.Length < _words + 1)
            Array.Resize(ref _starts, _words * 2);
        if (_ordered.Length < _count)
            Array.Resize(ref _ordered, _inputs.Length);
        Array.Clear(_starts, 0, _words + 1);
        ReadOnlySpan<(int Word, int Row)> inputs = _inputs.AsSpan(0, _count);
        foreach (ref readonly var input in inputs)
            _starts[input.Word + 1]++;
        for (var word = 0; word < _words; word++)
            _starts[word + 1] += _starts[word];
        foreach (ref readonly var input in inputs)
            _ordered[_starts[input.Word]++] = input.Row;
        // Each start has moved to its word's end, which is where the next begins.
        for (var word = _words; word > 0; word--)
            _starts[word] = _starts[word - 1];
        _starts[0] = 0;
    }

    private void Sum(int word)
    {
        var taps = Taps(word);
        if (word >= _words || _starts[word] == _starts[word + 1])
        {
            taps.Clear();
            return;
        }

        var rows = _ordered.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);
        Widen(rows[0], taps);
        // A rule that rests on a word in two ways counts once.
        for (var i = 1; i < rows.Length; i++)
            if (!rows[..i].Contains(rows[i]))
                Add(rows[i], taps);
    }

    private void Widen(int row, Span<short> taps)
    {
        ref var to = ref MemoryMarshal.GetReference(taps);
        ref readonly var from = ref _filters!.Rows[row];
        for (nuint i = 0; i < PhraseFilters.RowSize; i += PhraseWeights.Each)
            Wide(in from, i).StoreUnsafe(ref to, i);
    }

    private void Add(int row, Span<short> taps)
    {
        ref var to = ref MemoryMarshal.GetReference(taps);
        ref readonly var from = ref _filters!.Rows[row];
        for (nuint i = 0; i < PhraseFilters.RowSize; i += PhraseWeights.Each)
            Vector512.AddSaturate(Vector512.LoadUnsafe(ref to, i), Wide(in from, i)).StoreUnsafe(ref to, i);
    }

    private static Vector512<short> Wide(ref readonly sbyte row, nuint from) => Vector512.WidenLower(Vector256.LoadUnsafe(in row, from).ToVector512Unsafe());

    // The filters of one width, all at once, for the words that end with this one.
    private void Answer(int width, int tap, int last)
    {
        var count = PhraseWeights.Widths[width];
        var middle = last - ((count - 1) / 2);
        if (middle < 0 || middle >= _words)
            return;
        var sum = Tap(last - count + 1, tap);
        for (var i = 1; i < count; i++)
            sum = Vector512.AddSaturate(sum, Tap(last - count + 1 + i, tap + i));
        ref var strongest = ref _strongest[width * PhraseWeights.Each];
        ref var places = ref _places[width * PhraseWeights.Each];
        var most = Vector512.LoadUnsafe(ref strongest);
        var stronger = Vector512.GreaterThan(sum, most);
        Vector512.Max(sum, most).StoreUnsafe(ref strongest);
        Vector512.ConditionalSelect(stronger, Vector512.Create((short)Math.Min(middle, short.MaxValue)), Vector512.LoadUnsafe(ref places)).StoreUnsafe(ref places);
    }

    private Vector512<short> Tap(int word, int tap) => Vector512.LoadUnsafe(ref _taps[Place(word)], (nuint)(tap * PhraseWeights.Each));

    private Span<short> Taps(int word) => _taps.AsSpan(Place(word), PhraseFilters.RowSize);

    // Ring is a power of two, so that places go round before the first word as well.
    private static int Place(int word) => (word & (Ring - 1)) * PhraseFilters.RowSize;
}
