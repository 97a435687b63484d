namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>In which sentences of an account something hostile is said or done.</summary>
internal readonly ref struct HostileSentences
{
    private readonly ReadOnlySpan<bool> _hostile;

    /// <summary>Looks through the units, into the room given, one place a sentence.</summary>
    public HostileSentences(ReadOnlySpan<Unit> units, Traits traits, Span<bool> room)
    {
        _hostile = room;
        room.Clear();
        foreach (ref readonly var unit in units)
            if (unit.Sentence < room.Length)
                room[unit.Sentence] |= (unit.Traits & traits.Hostile) != 0;
    }

    /// <summary>True when the sentence before or the one after is hostile.</summary>
    public bool Beside(int sentence) => At(sentence - 1) || At(sentence + 1);

    private bool At(int sentence) => sentence >= 0 && sentence < _hostile.Length && _hostile[sentence];
}
