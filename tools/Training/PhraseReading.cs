using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Training;

/// <summary>Collects what the words of a text are to the phrase filters, for learning.</summary>
internal readonly struct PhraseReading() : IPhraseSink
{
    private readonly List<uint> _words = [];
    private readonly List<(uint Key, int Kind, int First, int End)> _inputs = [];
    private readonly List<(uint Key, int Word)> _letters = [];

    /// <summary>The text as the filters see it.</summary>
    /// <param name="inputs">The classes of the kinds of terms.</param>
    /// <param name="first">The first word that was read.</param>
    /// <param name="holds">The columns that hold, as bits.</param>
    /// <param name="known">The columns that are labelled, as bits.</param>
    public PhraseText Text(PhraseInputs inputs, int first, int holds, int known)
    {
        var letters = _letters.ToLookup(some => some.Word - first, some => some.Key);
        var each = _words.Select(_ => new HashSet<(uint Key, int Kind)>()).ToArray();
        foreach (var (key, kind, from, end) in _inputs)
            for (var word = from; word < end; word++)
                each[word - first].Add((key, kind));
        uint[][] others = [.. each.Select(word => word.SelectMany(input => input.Kind == 0 ? [input.Key] : inputs.OfKind(input.Kind).ToArray()).ToArray())];
        return new PhraseText([.. _words], others, [.. others.Select(word => word.Any(inputs.Plain.Contains))], holds, known)
        {
            Letters = [.. _words.Select((_, word) => letters[word].ToArray())],
        };
    }

    /// <inheritdoc />
    public void AddInput(uint key, int first, int end) => _inputs.Add((key, 0, first, end));

    /// <inheritdoc />
    public void AddInputs(int kind, int first, int end) => _inputs.Add((0, kind, first, end));

    /// <inheritdoc />
    public void AddMarks(int marks, int at)
    {
        for (var bit = 0; bit < PhraseInputs.Marks; bit++)
            if ((marks >> bit & 1) != 0)
                AddInput(PhraseInputs.OfMark(bit), at, at + 1);
    }

    /// <inheritdoc />
    public bool AddWord(uint key, int kind, int at)
    {
        _words.Add(key);
        if (kind != 0)
            AddInputs(kind, at, at + 1);
        return false;
    }

    /// <inheritdoc />
    public void AddLetters(uint key, int at) => _letters.Add((key, at));
}
