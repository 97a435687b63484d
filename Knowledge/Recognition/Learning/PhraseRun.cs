using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>One text under the phrase filters. Kept for one thread and used again, so that it allocates nothing.</summary>
internal sealed class PhraseRun
{
    private (int Word, int Row)[] _inputs = new (int, int)[1024];
    private PhraseFilters? _filters;
    private int _count;
    private readonly short[] _strongest = new short[PhraseWeights.Filters];
    private readonly float[] _answers = new float[PhraseWeights.Filters];
    private readonly short[] _places = new short[PhraseWeights.Filters];
    private int[] _ordered = new int[256];
    private (int Start, int End)[] _rows = new (int, int)[256];
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
        if (_count + end - first > _inputs.Length)
            Array.Resize(ref _inputs, Math.Max(_count + end - first, _inputs.Length * 2));
        for (var word = first; word < end; word++)
            _inputs[_count++] = (word, row);
    }

    /// <summary>Finds the strongest answer of every filter.</summary>
    public void Run()
    {
        Order();
        // The widths in their order, and at which tap each begins.
        Answer<One>(0, 0);
        Answer<Two>(1, 1);
        Answer<Three>(2, 3);
        Answer<Five>(3, 6);
        _filters!.Answer(_strongest, _answers);
    }

    /// <summary>The words a filter's strongest answer rests on.</summary>
    public (int First, int End) WordsOf(int filter)
    {
        var (width, middle) = (PhraseWeights.Widths[filter / PhraseWeights.Each], _places[filter]);
        return (Math.Max(0, middle - (width / 2)), Math.Min(_words, middle + ((width - 1) / 2) + 1));
    }

    /// <summary>Writes down the words that filters answered to, with a share of what each answer is worth.</summary>
    /// <param name="worths">What an answer of each filter is worth.</param>
    /// <param name="share">The share.</param>
    /// <param name="small">What is less than this, for or against, is left out.</param>
    /// <param name="into">Room for one of each filter.</param>
    /// <returns>How many there are.</returns>
    public int Shares(ReadOnlySpan<float> worths, float share, float small, Span<Share> into)
    {
        var count = 0;
        for (var filter = 0; filter < worths.Length; filter += Vector256<float>.Count)
        {
            var worth = Vector256.Create<float>(_answers.AsSpan(filter)) * Vector256.Create(worths[filter..]) * share;
            for (var large = Vector256.GreaterThanOrEqual(Vector256.Abs(worth), Vector256.Create(small)).ExtractMostSignificantBits(); large != 0; large &= large - 1)
            {
                var at = BitOperations.TrailingZeroCount(large);
                var (first, end) = WordsOf(filter + at);
                into[count++] = new Share(first, end, worth[at]);
            }
        }

        return count;
    }

    // Inputs come rule by rule; they are needed word by word. A rule that rests on a word in two ways counts once.
    private void Order()
    {
        if (_rows.Length < _words)
            Array.Resize(ref _rows, _words * 2);
        if (_ordered.Length < _count)
            Array.Resize(ref _ordered, _inputs.Length);
        var rows = _rows.AsSpan(0, _words);
        rows.Clear();
        ReadOnlySpan<(int Word, int Row)> inputs = _inputs.AsSpan(0, _count);
        foreach (ref readonly var input in inputs)
            rows[input.Word].End++;
        var start = 0;
        foreach (ref var word in rows)
        {
            var count = word.End;
            word = (start, start);
            start += count;
        }

        foreach (ref readonly var input in inputs)
        {
            ref var word = ref rows[input.Word];
            if (!_ordered.AsSpan(word.Start..word.End).Contains(input.Row))
                _ordered[word.End++] = input.Row;
        }
    }

    // The filters of one width, all at once. What the words so far bring to the filters that end with one of the next is carried on from word to word.
    private void Answer<TWidth>(int width, int tap)
        where TWidth : struct, IWidth
    {
        var after = (TWidth.Words - 1) / 2;
        ref readonly var taps = ref _filters!.Rows[tap * PhraseWeights.Each];
        var (most, places) = (Vector512.Create(short.MinValue), Vector512<short>.Zero);
        Vector512<short> one = default, two = default, three = default, four = default;
        for (var last = 0; last < _words + after; last++)
        {
            Vector512<short> first = default, second = default, third = default, fourth = default, fifth = default;
            foreach (var row in last < _words ? _ordered.AsSpan(_rows[last].Start.._rows[last].End) : [])
            {
                ref readonly var from = ref Unsafe.Add(ref Unsafe.AsRef(in taps), row);
                first = Vector512.AddSaturate(first, Tap(in from, 0));
                if (TWidth.Words > 1)
                    second = Vector512.AddSaturate(second, Tap(in from, 1));
                if (TWidth.Words > 2)
                    third = Vector512.AddSaturate(third, Tap(in from, 2));
                if (TWidth.Words > 3)
                    (fourth, fifth) = (Vector512.AddSaturate(fourth, Tap(in from, 3)), Vector512.AddSaturate(fifth, Tap(in from, 4)));
            }

            var sum = TWidth.Words switch
            {
                1 => first,
                2 => Vector512.AddSaturate(one, second),
                3 => Vector512.AddSaturate(two, third),
                _ => Vector512.AddSaturate(four, fifth),
            };
            if (TWidth.Words > 3)
                (four, three) = (Vector512.AddSaturate(three, fourth), Vector512.AddSaturate(two, third));
            if (TWidth.Words > 2)
                two = Vector512.AddSaturate(one, second);
            one = first;
            if (last < after)
                continue;
            places = Vector512.ConditionalSelect(Vector512.GreaterThan(sum, most), Vector512.Create((short)Math.Min(last - after, short.MaxValue)), places);
            most = Vector512.Max(sum, most);
        }

        most.StoreUnsafe(ref _strongest[width * PhraseWeights.Each]);
        places.StoreUnsafe(ref _places[width * PhraseWeights.Each]);
    }

    private static Vector512<short> Tap(ref readonly sbyte row, nuint tap) => Vector512.WidenLower(Vector256.LoadUnsafe(in row, tap * PhraseWeights.Each).ToVector512Unsafe());

    // How many words a filter looks at, known when the code for it is made.
    private interface IWidth
    {
        static abstract int Words { get; }
    }

    private readonly struct One : IWidth
    {
        public static int Words => 1;
    }

    private readonly struct Two : IWidth
    {
        public static int Words => 2;
    }

    private readonly struct Three : IWidth
    {
        public static int Words => 3;
    }

    private readonly struct Five : IWidth
    {
        public static int Words => 5;
    }
}
