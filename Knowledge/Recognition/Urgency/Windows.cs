using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Urgency;

/// <summary>
/// Cuts a message into stretches that are judged apart, so that one sentence of danger counts as much at the end of a long account as alone.
/// A short message is one stretch; in a longer one they overlap by about a half and begin with a sentence where they can.
/// </summary>
internal ref struct Windows(ReadText read)
{
    /// <summary>The most words of a stretch.</summary>
    public const int Longest = 72;

    private const int Step = 34;

    private int _next;
    private bool _done;

    /// <summary>The first word of the stretch.</summary>
    public int First { get; private set; }

    /// <summary>The word after its last.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next stretch; false after the last.</summary>
    public bool MoveNext()
    {
        if (_done || read.Count == 0)
            return false;
        (First, End) = (_next, Math.Min(read.Count, _next + Longest));
        _done = End == read.Count;
        if (_done)
            return true;
        End = Whole(First + Step, End);
        _next = Whole(First + (Step / 2), First + Step);
        return true;
    }

    // The last place up to the given one where a sentence begins; the given one when there is none after the least.
    private readonly int Whole(int least, int most)
    {
        for (var i = most; i > least; i--)
            if (read.Words[i].Sentence != read.Words[i - 1].Sentence)
                return i;
        return most;
    }
}
