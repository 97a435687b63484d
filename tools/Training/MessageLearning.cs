using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Recognition.Urgency;

namespace ReportBot.Training;

/// <summary>How the danger watch learns from messages. A long message teaches by its stretches: none of them holds when it is no emergency, one does when it is.</summary>
internal static class MessageLearning
{
    private const int Emergency = 1, SelfHarm = 2, LowMood = 4, OneAccountIn = 6, OneOfSentencesIn = 12, ShortestSentence = 3;

    private static readonly ToneReader Tones = new(English.Shared.Lexicon);
    private static readonly DangerSigns Signs = new(English.Shared.Danger, Tones);
    private static readonly PhraseInputs Inputs = new(English.Shared.Lexicon, English.Shared.Likely, English.Shared.Behaviour);
    private static readonly PhraseTrainerOptions PhraseOptions = new(1, Rounds: 12, Seen: 5, LettersSeen: 20, NamesLeftOut: 0);
    private static readonly UrgencyFeatures Features = new(English.Shared.Lexicon, Signs, Tones);

    /// <summary>
    /// How it learns. A missed emergency is far worse than a false one, so one that holds counts more than once. Many rows weigh less than the least kept:
    /// without them hardly anything was decided otherwise, and what is read oftenest stays nearer to the processor.
    /// </summary>
    public static TrainerOptions Options { get; } = new(UrgencyJudge.Columns) { EachPenalty = 1, EachTelling = 0.7, PositiveWeight = 8, EachLeast = 0.2 };

    /// <summary>Learns from messages, and from accounts in which nobody is in danger now.</summary>
    public static (byte[] Weights, byte[] Phrases) Learn(IReadOnlyList<LabelledMessage> messages)
    {
        var (whole, cut) = (new List<Example>(), new List<List<Example>>());
        foreach (var message in messages)
            if (Stretches(message) is { Count: > 1 } stretches && message.IsEmergency)
                cut.Add(stretches);
            else
                whole.AddRange(Stretches(message));
        // Each sentence is judged by itself too: where nobody is in danger, none tells of it. A twelfth of the accounts is enough to show it.
        foreach (var (i, message) in messages.Index())
            if (!message.IsEmergency && (message.Kind != LabelledMessage.OfAccount || i % OneOfSentencesIn == 0))
                whole.AddRange(Sentences(message));
        var first = new Trainer(Options).Learn(whole);
        foreach (var stretches in cut)
            whole.Add(stretches.MaxBy(stretch => Sum(first, stretch))!);
        var slips = Slips.Of([.. messages.Where(message => message.Kind != LabelledMessage.OfAccount)]).Select(Stretches).Where(stretches => stretches.Count == 1).Select(stretches => stretches[0]);
        return (new Trainer(Options).LearnBytes(whole), LearnPhrases([.. whole, .. slips]));
    }

    // Some of the accounts are enough to show what is over.
    private static byte[] LearnPhrases(List<Example> stretches) =>
        new PhraseTrainer(PhraseOptions).Learn([.. stretches.Where((stretch, i) => stretch.Kind != LabelledMessage.OfAccount || i % OneAccountIn == 0).Select(stretch => stretch.Phrases)]).Write();

    private static double Sum(Weights weights, Example example) => example.Each.Sum(feature => weights.Each(feature) is { IsKnown: true } row ? row[0] : 0.0);

    private static List<Example> Stretches(LabelledMessage message)
    {
        var holds = (message.IsEmergency ? Emergency : 0) | (message.Kind == "selfharm" && message.IsEmergency ? SelfHarm : 0) | (message.IsLowMood ? LowMood : 0);
        // Without a kind, nothing is known of self-harm in an emergency.
        var known = Emergency | (message is { IsEmergency: true, Kind: "" } ? 0 : SelfHarm | LowMood);
        using var read = Read(message);
        var stretches = new List<Example>();
        for (var windows = new Windows(read); windows.MoveNext();)
            stretches.Add(Learned(message, read, windows.First, windows.End, holds, known));
        return stretches;
    }

    // The sentences of a message in which nobody is in danger, where there are several. Of low mood one may say nothing.
    private static List<Example> Sentences(LabelledMessage message)
    {
        using var read = Read(message);
        var sentences = new List<Example>();
        for (var (first, end) = (0, 0); first < read.Count; first = end)
        {
            while (end < read.Count && read.Words[end].Sentence == read.Words[first].Sentence)
                end++;
            if (end - first is >= ShortestSentence and <= Windows.Longest && end - first < read.Count)
                sentences.Add(Learned(message, read, first, end, 0, Emergency | SelfHarm));
        }

        return sentences;
    }

    private static ReadText Read(LabelledMessage message)
    {
        var read = English.Shared.Lexicon.Read(message.Text);
        Signs.Match(read);
        return read;
    }

    private static Example Learned(LabelledMessage message, ReadText read, int first, int end, int holds, int known)
    {
        var sink = new Sink([]);
        Features.Read(read, first, end, ref sink);
        var phrases = new PhraseReading();
        UrgencyPhrases.Read(read, first, end, Signs, ref phrases);
        return new Example(message.Id, message.Kind, message.Text, [], [.. sink.Each], holds, known) { Phrases = phrases.Text(Inputs, first, holds & Emergency, Emergency) };
    }

    private readonly struct Sink(List<uint> each) : IUrgencySink
    {
        public List<uint> Each => each;

        public void Add(uint feature, int first, int end) => each.Add(feature);

        public bool AddWord(int id, int at) => false;

        public void AddToStretch(uint feature, int first, int end) => each.Add(feature);

        public void AddToSentence(uint feature, int word)
        {
        }
    }
}
