using System.Numerics;
using System.Runtime.InteropServices;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// Filters that each answer to one kind of phrase of one to five neighbouring words (Kim 2014, "Convolutional neural networks for sentence
/// classification"). Only the strongest answer of a filter in the whole account counts, so that what a filter brought can be shown: the words it answered to.
/// What an input brings to every tap is worked out once, when it is first met, in whole numbers: a text is then read by additions alone.
/// </summary>
internal sealed class PhraseFilters
{
    // What an input brings to a tap is cut off beyond ±4, which hardly any comes near; an answer is good to about a fiftieth.
    private const float Scale = 32;
    private const int Unread = -2;

    // What is known of a row: whether it was worked out, and whether there was anything to work out.
    private const byte IsThere = 1, IsNothing = 2;
    private readonly PhraseWeights _weights;
    private readonly PhraseInputs _inputs;
    private readonly Lexicon _lexicon;
    private readonly KeyIndex _numbers;
    private readonly float[] _worth;
    private readonly float[] _worthByColumn;
    private readonly int _worthSize;
    private readonly sbyte[] _rows;
    private readonly int _start;
    private readonly byte[] _state;
    private readonly int _kinds;
    private readonly int _marks;
    private readonly int _words;

    /// <summary>Takes the learned weights, for texts read by the given lexicon.</summary>
    public PhraseFilters(PhraseWeights weights, PhraseInputs inputs, Lexicon lexicon)
    {
        (_weights, _inputs, _lexicon) = (weights, inputs, lexicon);
        _numbers = new KeyIndex(weights.Keys);
        // Rows of keys come first, then those of kinds, of marks and of words.
        _kinds = weights.Keys.Length;
        _marks = _kinds + lexicon.KindCount;
        _words = _marks + (1 << PhraseInputs.Marks);
        _state = new byte[_words + lexicon.Vocabulary.Spelling.Length];
        // What is never met is never written, and its pages are never used. Pinned, so that each row begins where a line of memory does.
        _rows = GC.AllocateUninitializedArray<sbyte>(Memory.Line + (_state.Length * RowRoom), pinned: true);
        _start = Memory.LineIn(_rows);
        // Room at the end of each filter's worths, so that they are added a vector at a time.
        _worthSize = (Columns + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _worth = new float[PhraseWeights.Filters * _worthSize];
        for (var filter = 0; filter < PhraseWeights.Filters; filter++)
            weights.Worth.AsSpan(filter * Columns, Columns).CopyTo(_worth.AsSpan(filter * _worthSize));
        _worthByColumn = [.. Enumerable.Range(0, Columns).SelectMany(column => Enumerable.Range(0, PhraseWeights.Filters).Select(filter => weights.Worth[(filter * Columns) + column]))];
    }

    /// <summary>How long a row is: a byte for each tap.</summary>
    public const int RowSize = PhraseWeights.Taps;

    private const int RowRoom = (RowSize + Memory.Line - 1) / Memory.Line * Memory.Line;

    /// <summary>Stands for the row of what was never learned.</summary>
    public const int Nothing = -1;

    /// <summary>What inputs bring to every tap, row by row.</summary>
    public ReadOnlySpan<sbyte> Rows => _rows;

    /// <summary>How many columns there are.</summary>
    public int Columns => _weights.Start.Length;

    /// <summary>Where in <see cref="Rows"/> stands what an input brings to every tap; <see cref="Nothing"/> when it was never learned.</summary>
    public int RowOf(uint key)
    {
        if (_numbers.Find(key) is not (var number and >= 0))
            return Nothing;
        return Known(number) is var row && row != Unread ? row : Learned(number, [key]);
    }

    /// <summary>The same of a kind of term, all its classes together.</summary>
    public int RowOfKind(int kind) => Known(_kinds + kind) is var row && row != Unread ? row : Learned(_kinds + kind, _inputs.OfKind(kind));

    /// <summary>The same of the ways a word stands together, as bits.</summary>
    public int RowOfMarks(int marks) => Known(_marks + marks) is var row && row != Unread
        ? row : Learned(_marks + marks, [.. Enumerable.Range(0, PhraseInputs.Marks).Where(bit => (marks >> bit & 1) != 0).Select(PhraseInputs.OfMark)]);

    /// <summary>The same of a word and the kind it is by itself together.</summary>
    /// <param name="word">Its number in the lexicon; 0 when it is not there.</param>
    /// <param name="key">Its key.</param>
    /// <param name="kind">The kind of term it is by itself; 0 when it is none, or stands inside an idiom.</param>
    public int RowOfWord(int word, uint key, int kind)
    {
        if (word == 0 || kind != _lexicon.KindOfWord(word))
            return RowOf(key);
        return Known(_words + word) is var row && row != Unread ? row : Learned(_words + word, [key, .. _inputs.OfKind(kind)]);
    }

    /// <summary>What the filters answer to a text: for each filter 0 or more.</summary>
    public void Answer(ReadOnlySpan<short> strongest, Span<float> answers)
    {
        var bias = _weights.Bias;
        for (var filter = 0; filter < answers.Length; filter++)
            answers[filter] = Math.Max(0, (strongest[filter] / Scale) + bias[filter]);
    }

    /// <summary>Adds what the answers are worth to the sums of the columns.</summary>
    public void AddWorth(ReadOnlySpan<float> answers, Span<float> sums)
    {
        Span<float> room = stackalloc float[_worthSize];
        _weights.Start.CopyTo(room);
        ref var total = ref MemoryMarshal.GetReference(room);
        ref var worth = ref MemoryMarshal.GetArrayDataReference(_worth);
        for (nuint i = 0; i < (nuint)_worthSize; i += (nuint)Vector<float>.Count)
        {
            var sum = Vector.LoadUnsafe(ref total, i);
            for (var filter = 0; filter < PhraseWeights.Filters; filter++)
                sum += Vector.LoadUnsafe(ref worth, (nuint)(filter * _worthSize) + i) * answers[filter];
            sum.StoreUnsafe(ref total, i);
        }

        for (var column = 0; column < Columns; column++)
            sums[column] += room[column];
    }

    /// <summary>What an answer of each filter is worth for a column.</summary>
    public ReadOnlySpan<float> Worth(int column) => _worthByColumn.AsSpan(column * PhraseWeights.Filters, PhraseWeights.Filters);

    private int Known(int number) => Volatile.Read(ref _state[number]) switch
    {
        IsThere => At(number),
        IsNothing => Nothing,
        _ => Unread,
    };

    // Two threads that meet it at once write the same.
    private int Learned(int number, ReadOnlySpan<uint> keys)
    {
        Span<float> sum = stackalloc float[PhraseWeights.Size];
        sum.Clear();
        var any = false;
        foreach (var key in keys)
            any |= Add(sum, key);
        if (any)
            Project(sum, _rows.AsSpan(At(number), RowSize));
        Volatile.Write(ref _state[number], any ? IsThere : IsNothing);
        return any ? At(number) : Nothing;
    }

    private int At(int number) => _start + (number * RowRoom);

    private bool Add(Span<float> sum, uint key)
    {
        if (_numbers.Find(key) is not (var row and >= 0))
            return false;
        var vector = _weights.Vectors.AsSpan(row * PhraseWeights.Size, PhraseWeights.Size);
        for (var i = 0; i < sum.Length; i++)
            sum[i] += vector[i];
        return true;
    }

    private void Project(ReadOnlySpan<float> vector, Span<sbyte> row)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(vector);
        for (var tap = 0; tap < PhraseWeights.Taps; tap++)
        {
            var weights = MemoryMarshal.Cast<float, Vector<float>>(_weights.TapVectors.AsSpan(tap * PhraseWeights.Size, PhraseWeights.Size));
            var sum = Vector<float>.Zero;
            for (var i = 0; i < wide.Length; i++)
                sum += wide[i] * weights[i];
            row[tap] = (sbyte)Math.Clamp(MathF.Round(Vector.Sum(sum) * Scale), sbyte.MinValue, sbyte.MaxValue);
        }
    }
}
