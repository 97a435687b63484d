using System.Collections.Immutable;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Likelihood;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition;

/// <summary>
/// Says from an account's words which characteristics the hostility was likely aimed at and which behaviours of policy 3.5 occurred,
/// with the words it goes by. It suggests; the person decides. Holds no state: one instance serves all threads.
/// </summary>
public sealed class Recogniser
{
    // Behaviours are ticked by the person from a list: one too many at its top costs less than one that is not there.
    private const float EnoughForBehaviour = -0.75f;

    private static readonly Lazy<Weights> Learned = new(() => Weights.Read(DataFile.Unpack("Likelihood", "weights.br")));

    private static readonly Lazy<PhraseWeights> LearnedPhrases = new(() => PhraseWeights.Read(DataFile.Unpack("Likelihood", "phrases.br")));

    private readonly English _english = English.Shared;
    private readonly AccountWeights _weights;
    private readonly FeatureReader _features;
    private readonly PhraseFilters _filters;
    private readonly TagReader _tags;

    /// <summary>Ready to read; the first instance reads the data built into this assembly.</summary>
    public Recogniser()
    {
        _features = new FeatureReader(_english.Lexicon, _english.Likely, _english.Behaviour);
        _filters = new PhraseFilters(LearnedPhrases.Value, _features.Inputs, _english.Lexicon);
        _weights = new AccountWeights(Learned.Value, _english.Lexicon);
        _tags = new TagReader(_english.Lexicon);
    }

    /// <summary>Reads an account.</summary>
    /// <param name="text">The words, of any length.</param>
    public Recognition Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var read = _english.Lexicon.Read(text);
        return Read(read);
    }

    /// <summary>Reads an account that has been taken apart; the rules that matched are dropped.</summary>
    internal Recognition Read(ReadText read)
    {
        if (read.Count == 0)
            return Recognition.None;
        var scores = Scores.Of(_features, read, _weights, _filters);
        var characteristics = Characteristics(read, scores);
        var behaviours = Behaviours(read, scores);
        scores.Return();
        return new Recognition(characteristics, behaviours) { Tags = characteristics.IsEmpty ? [] : _tags.In(read, characteristics) };
    }

    /// <summary>Says for each of the six characteristics what spoke for it and against it, suggested or not, in their order; nothing for a text without words.</summary>
    /// <param name="text">The words, of any length.</param>
    public ImmutableArray<CharacteristicGrounds> Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var read = _english.Lexicon.Read(text);
        if (read.Count == 0)
            return [];
        var scores = Scores.Of(_features, read, _weights, _filters);
        var all = ImmutableArray.CreateBuilder<CharacteristicGrounds>(Strands.Count);
        var suggested = Verdict.Of(scores.Sums, read.Count);
        for (var strand = 0; strand < Strands.Count; strand++)
            all.Add(new CharacteristicGrounds(
                Strands.All[strand], (suggested & (1 << strand)) != 0, Confidence(scores.Sums[strand]), Grounds.Weighed(read, scores.SharesOf(strand))));
        scores.Return();
        return all.MoveToImmutable();
    }

    private static ImmutableArray<CharacteristicSuggestion> Characteristics(ReadText read, Scores scores)
    {
        var found = ImmutableArray.CreateBuilder<CharacteristicSuggestion>();
        var suggested = Verdict.Of(scores.Sums, read.Count);
        for (var strand = 0; strand < Strands.Count; strand++)
            if ((suggested & (1 << strand)) != 0)
                found.Add(new CharacteristicSuggestion(Strands.All[strand], Grounds.Of(read, scores.SharesOf(strand)), Confidence(scores.Sums[strand])));
        return found.ToImmutable();
    }

    private static ImmutableArray<BehaviourSuggestion> Behaviours(ReadText read, Scores scores)
    {
        var found = ImmutableArray.CreateBuilder<BehaviourSuggestion>();
        var isHostile = scores.Sums[Columns.Hostility] > 0;
        for (var behaviour = 1; behaviour <= Columns.Behaviours; behaviour++)
        {
            var sum = scores.Sums[Columns.OfBehaviour(behaviour)];
            if (sum <= EnoughForBehaviour)
                continue;
            // What the weights know they learned from hostile accounts: of any other they say nothing that a rule does not bear out.
            if (scores.ToldOf(behaviour) is { Count: > 0 } told)
                found.Add(new BehaviourSuggestion(behaviour, Grounds.Of(read, told), Confidence(sum)));
            else if (isHostile)
                found.Add(new BehaviourSuggestion(behaviour, Grounds.Of(read, scores.SharesOf(Columns.OfBehaviour(behaviour))), Confidence(sum)));
        }

        return found.ToImmutable();
    }

    private static double Confidence(float sum) => Math.Round(1 / (1 + Math.Exp(-sum)), 3);
}
