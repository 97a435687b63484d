using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>Gives what the words of a text are to a run of the phrase filters.</summary>
/// <param name="filters">The filters.</param>
/// <param name="run">The run, begun for as many words as are read.</param>
/// <param name="read">The text.</param>
/// <param name="first">The first word that is read.</param>
internal readonly struct PhraseSink(PhraseFilters filters, PhraseRun run, ReadText read, int first) : IPhraseSink
{
    /// <inheritdoc />
    public void AddInput(uint key, int from, int end) => Add(filters.RowOf(key), from, end);

    /// <inheritdoc />
    public void AddInputs(int kind, int from, int end) => Add(filters.RowOfKind(kind), from, end);

    /// <inheritdoc />
    public void AddMarks(int marks, int at) => Add(filters.RowOfMarks(marks), at, at + 1);

    /// <inheritdoc />
    public bool AddWord(uint key, int kind, int at)
    {
        var row = filters.RowOfWord(read.Words[at].Id, key, kind);
        Add(row, at, at + 1);
        return row != PhraseFilters.Nothing;
    }

    /// <inheritdoc />
    public void AddLetters(uint key, int at) => AddInput(key, at, at + 1);

    private void Add(int row, int from, int end) => run.Add(row, from - first, end - first);
}
