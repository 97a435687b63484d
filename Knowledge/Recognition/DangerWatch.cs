using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportBot.Knowledge.Recognition.Finding;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Recognition.Urgency;
using ReportBot.Knowledge.Redaction;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition;

/// <summary>
/// Looks for danger now in one message: by the rules of Rules/Danger, and by what was learned from labelled messages, either of
/// which is enough. It is run on every message of every topic, before anything else answers, and cannot be switched off.
/// Holds no state: one instance serves all threads.
/// </summary>
public sealed class DangerWatch
{
    // Less than even odds are enough: an emergency that is missed is far worse than 999 shown to someone who is safe. A few words are most often an answer
    // to what was asked, and cries so short are plain: of them more is asked.
    private const float EnoughForEmergency = -1.25f, EnoughOfFew = -0.85f, EnoughOfFewest = -0.65f;
    private const int Few = 9, Fewest = 3;
    private const float EnoughForLowMood = 0.5f;

    // A rule that holds is enough, unless all that was learned speaks plainly against the very sentence it rests on: of 4,040 emergencies one was told by a rule alone at less, of 3,624 other messages 23 were.
    private const float EnoughBesideRule = -2;

    // One sentence of danger in a long account of what is over: by itself it must be a little surer than a whole message.
    private const float EnoughInOneSentence = -0.25f;

    private const int MostNames = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherNames =
        WordLists.Of("names.txt").Where(words => words.Key is "given" or "surname").SelectMany(words => words).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Lazy<Weights> Learned = new(() => Weights.Read(DataFile.Unpack("Urgency", "weights.br")));

    private static readonly Lazy<PhraseWeights> LearnedPhrases = new(() => PhraseWeights.Read(DataFile.Unpack("Urgency", "phrases.br")));

    private readonly English _english = English.Shared;
    private readonly DangerSigns _signs;
    private readonly UrgencyJudge _judge;

    /// <summary>Ready to look; the first instance reads the data built into this assembly.</summary>
    public DangerWatch()
        : this(Learned.Value, LearnedPhrases.Value)
    {
    }

    /// <summary>Looks with other weights than those built in.</summary>
    internal DangerWatch(Weights weights, PhraseWeights phrases)
    {
        var inputs = new PhraseInputs(_english.Lexicon, _english.Likely, _english.Behaviour);
        var tones = new ToneReader(_english.Lexicon);
        _signs = new DangerSigns(_english.Danger, tones);
        _judge = new UrgencyJudge(new UrgencyFeatures(_english.Lexicon, _signs, tones), new UrgencyWeights(weights, _english.Lexicon), new UrgencyPhrases(new PhraseFilters(phrases, inputs, _english.Lexicon), _signs));
    }

    /// <summary>What a message says about danger now, with the words that say so.</summary>
    public Danger Look(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var read = _english.Lexicon.Read(text);
        return Look(read);
    }

    /// <summary>What a message that has been taken apart says; the rules that match are left in it.</summary>
    internal Danger Look(ReadText read)
    {
        read.DropHits();
        if (IsReturnCode(read) || IsNames(read))
            return Danger.None;
        _signs.Match(read);
        var reading = _judge.Read(read);
        var scores = reading.Scores;
        var selfHarm = scores.SelfHarm > 0;
        if (Signs(read, reading, DangerSign.SelfHarm) is { IsEmpty: false } meant)
            return new Danger(DangerKind.SelfHarm, meant);
        var enough = Enough(read.Count);
        if (scores.Emergency > enough)
            return new Danger(selfHarm ? DangerKind.SelfHarm : DangerKind.Emergency, Grounds.Of(read, _judge.Shares(read, reading, 0, enough)));
        if (Signs(read, reading, DangerSign.Now) is { IsEmpty: false } now)
            return new Danger(DangerKind.Emergency, now);
        if (_judge.Gravest(read, reading) is var gravest && gravest.Scores.Emergency > EnoughInOneSentence)
            return new Danger(gravest.Scores.SelfHarm > 0 ? DangerKind.SelfHarm : DangerKind.Emergency, Grounds.Of(read, _judge.Shares(read, gravest)));
        if (Signs(read, reading, DangerSign.LowMood) is { IsEmpty: false } low)
            return new Danger(DangerKind.LowMood, low);
        return scores.LowMood > EnoughForLowMood ? new Danger(DangerKind.LowMood, Grounds.Of(read, _judge.Shares(read, reading, 2, EnoughForLowMood))) : Danger.None;
    }

    private static float Enough(int words) => words <= Fewest ? EnoughOfFewest : words <= Few ? EnoughOfFew : EnoughForEmergency;

    // A code to come back with has no words to judge: letters and digits by chance look like words typed in panic. What might be words is judged:
    // it has to be written as codes are shown, or in one, with more than one digit and nothing in it that is a word as it stands.
    private static bool IsReturnCode(ReadText read)
    {
        if (read.Count is not (1 or ReturnCode.Groups))
            return false;
        var typed = string.Empty;
        for (var word = 0; word < read.Count; word++)
        {
            var letters = read.Letters(word);
            if (letters.Length != ReturnCode.Groups * ReturnCode.OfGroup / read.Count || (read.Words[word].Id != 0 && !read.Words[word].Is(WordMarks.Corrected | WordMarks.Disguised)))
                return false;
            typed += letters.ToString();
        }

        return typed.Count(char.IsAsciiDigit) > 1 && ReturnCode.TryParse(typed, out _);
    }

    // Who says only who they are says nothing of danger, however much a name is like a word ("ahmed", "armed"). Only names that are known count:
    // a word never met may as well be one typed in panic ("Ahmed Stabd").
    private static bool IsNames(ReadText read)
    {
        if (read.Count > MostNames)
            return false;
        for (var word = 0; word < read.Count; word++)
            if (!GivenNames.Shared.IsSure(read.Letters(word)) && (read.Words[word].Id != 0 || !OtherNames.Contains(read.Letters(word))))
                return false;
        return true;
    }

    private ImmutableArray<Span> Signs(ReadText read, UrgencyReading reading, DangerSign sign)
    {
        ImmutableArray<Span>.Builder? evidence = null;
        foreach (ref readonly var hit in read.Hits)
            if (_signs.Of(hit) == sign && _signs.Holds(read, hit) && (sign != DangerSign.Now || _judge.ScoreAround(read, reading, hit.First, hit.End).Emergency > EnoughBesideRule))
                Add(evidence ??= ImmutableArray.CreateBuilder<Span>(), read.Where(hit.First, hit.End));
        return evidence?.ToImmutable() ?? [];
    }

    private static void Add(ImmutableArray<Span>.Builder evidence, Span where)
    {
        // Hits come in the order of their first words: one that begins inside the last only makes it longer.
        if (evidence.Count > 0 && evidence[^1] is var last && where.Start < last.Start + last.Length)
            evidence[^1] = last with { Length = Math.Max(last.Length, where.Start + where.Length - last.Start) };
        else
            evidence.Add(where);
    }
}
