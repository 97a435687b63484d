using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>What each sentence of an account says about the reason: ruled out, supposed by others, or this is it.</summary>
internal readonly ref struct SentenceTones
{
    private readonly ReadOnlySpan<byte> _tones;

    /// <summary>Reads the tones into the room given, one place a sentence.</summary>
    public SentenceTones(ReadText read, ReadOnlySpan<Unit> units, RuleKinds kinds, Strands strands, Span<byte> room)
    {
        _tones = room;
        room.Clear();
        foreach (ref readonly var hit in read.Hits)
            if (kinds.ToneOf(hit.Rule) is var tone and not 0 && read.Words[hit.First].Sentence is var sentence && sentence < room.Length)
                room[sentence] |= tone;
        PassBack(units, strands, room);
    }

    /// <summary>The tone of a sentence.</summary>
    public byte Of(int sentence) => sentence < _tones.Length ? _tones[sentence] : (byte)0;

    /// <summary>Every tone that stands anywhere in the account.</summary>
    public byte Any
    {
        get
        {
            byte any = 0;
            foreach (var tone in _tones)
                any |= tone;
            return any;
        }
    }

    // "You asked if it was my religion. It isn't." The second sentence names nothing, so it speaks of the first.
    private static void PassBack(ReadOnlySpan<Unit> units, Strands strands, Span<byte> room)
    {
        Span<bool> names = stackalloc bool[room.Length];
        foreach (ref readonly var unit in units)
            if (unit.Sentence < room.Length && strands.HighestTier(unit.Kind) is Tier.Soft or Tier.Identity)
                names[unit.Sentence] = true;
        for (var sentence = 1; sentence < room.Length; sentence++)
            if ((room[sentence] & RuleKinds.Ruling) != 0 && !names[sentence])
                room[sentence - 1] |= RuleKinds.Ruling;
    }
}
