using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>One text under the phrase filters. Kept for one thread and used again, so that it allocates nothing.</summary>
internal sealed class PhraseRun
{
    private const int Ring = 8;

    private readonly List<(int Word, sbyte[] Row)> _inputs = [];
    private readonly short[] _taps = new short[Ring * PhraseFilters.RowSize];
    private readonly short[] _strongest = new short[PhraseWeights.Filters];
    private readonly short[] _places = new short[PhraseWeights.Filters];
    private int[] _ordered = new int[256];
    private int[] _starts = new int[257];
    private int _words;

    /// <summary>The strongest answer of each filter, as <see cref="PhraseFilters"/> reads it.</summary>
    public ReadOnlySpan<short> Strongest => _strongest;

    /// <summary>Forgets the last text.</summary>
    public void Begin(int words)
    {
        _inputs.Clear();
        _words = words;
    }

    /// <summary>Takes what an input brings to the words from one up to, not including, another.</summary>
    public void Add(sbyte[]? row, int first, int end)
    {
        if (row is null)
            return;
        for (var i = 0; i < row.Length; i += Memory.Line)
            Memory.Fetch(ref row[i]);
        for (var word = first; word < end; word++)
            _inputs.Add((word, row));
    }

    /// <summary>Finds the strongest answer of every filter.</summary>
    public void Run()
    {
        Order();
        Array.Fill(_strongest, short.MinValue);
        Array.Clear(_places);
        // Beyond the last word stand empty ones, so that the widest filters can look at it from their middle.
        for (var last = 0; last < _words + (PhraseWeights.Widths[^1] / 2); last++)
        {
            Sum(last);
            for (var (width, tap) = (0, 0); width < PhraseWeights.Widths.Length; tap += PhraseWeights.Widths[width] * PhraseWeights.Each, width++)
                if (last - ((PhraseWeights.Widths[width] - 1) / 2) is var middle && middle >= 0 && middle < _words)
                    Answer(width, tap, middle, last);
        }
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
        if (_ordered.Length < _inputs.Count)
            Array.Resize(ref _ordered, _inputs.Count * 2);
        Array.Clear(_starts, 0, _words + 1);
        var inputs = CollectionsMarshal.AsSpan(_inputs);
        foreach (ref readonly var input in inputs)
            _starts[input.Word + 1]++;
        for (var word = 0; word < _words; word++)
            _starts[word + 1] += _starts[word];
        for (var i = 0; i < inputs.Length; i++)
            _ordered[_starts[inputs[i].Word]++] = i;
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

        var inputs = CollectionsMarshal.AsSpan(_inputs);
        var rows = _ordered.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);
        var count = 0;
        foreach (var row in rows)
            if (!Stands(inputs, rows[..count], inputs[row].Row))
                rows[count++] = row;
        Sum(inputs, rows[..count], taps);
    }

    private static void Sum(ReadOnlySpan<(int Word, sbyte[] Row)> inputs, ReadOnlySpan<int> rows, Span<short> taps)
    {
        ref var to = ref MemoryMarshal.GetReference(taps);
        for (nuint i = 0; i < (nuint)taps.Length; i += (nuint)Vector512<sbyte>.Count)
        {
            var first = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(inputs[rows[0]].Row), i);
            var (front, back) = (Vector512.WidenLower(first), Vector512.WidenUpper(first));
            for (var row = 1; row < rows.Length; row++)
            {
                var more = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(inputs[rows[row]].Row), i);
                (front, back) = (Vector512.AddSaturate(front, Vector512.WidenLower(more)), Vector512.AddSaturate(back, Vector512.WidenUpper(more)));
            }

            front.StoreUnsafe(ref to, i);
            back.StoreUnsafe(ref to, i + (nuint)Vector512<short>.Count);
        }
    }

    // A rule that rests on a word in two ways counts once.
    private static bool Stands(ReadOnlySpan<(int Word, sbyte[] Row)> inputs, ReadOnlySpan<int> kept, sbyte[] row)
    {
        foreach (var other in kept)
            if (ReferenceEquals(inputs[other].Row, row))
                return true;
        return false;
    }

    private void Answer(int width, int tap, int middle, int last)
    {
        var (count, filter) = (PhraseWeights.Widths[width], width * PhraseWeights.Each);
        // Before the first word there is nothing to add.
        var first = Math.Max(0, last - count + 1);
        var at = tap + ((first - (last - count + 1)) * PhraseWeights.Each);
        ref var taps = ref MemoryMarshal.GetArrayDataReference(_taps);
        ref var strongest = ref _strongest[filter];
        ref var places = ref _places[filter];
        var here = new Vector<short>((short)Math.Min(middle, short.MaxValue));
        for (nuint i = 0; i < PhraseWeights.Each; i += (nuint)Vector<short>.Count)
        {
            var sum = Vector.LoadUnsafe(ref taps, (nuint)Place(first, at) + i);
            for (var word = first + 1; word <= last; word++)
                sum = Vector.AddSaturate(sum, Vector.LoadUnsafe(ref taps, (nuint)Place(word, at + ((word - first) * PhraseWeights.Each)) + i));
            var most = Vector.LoadUnsafe(ref strongest, i);
            var stronger = Vector.GreaterThan(sum, most);
            Vector.ConditionalSelect(stronger, sum, most).StoreUnsafe(ref strongest, i);
            Vector.ConditionalSelect(stronger, here, Vector.LoadUnsafe(ref places, i)).StoreUnsafe(ref places, i);
        }
    }

    private static int Place(int word, int tap) => (word % Ring * PhraseFilters.RowSize) + tap;

    private Span<short> Taps(int word) => _taps.AsSpan(word % Ring * PhraseFilters.RowSize, PhraseFilters.RowSize);
}
