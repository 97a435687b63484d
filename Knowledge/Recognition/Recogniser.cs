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
    private static readonly Lazy<Weights> Learned = new(() => Weights.Read(DataFile.Bytes("Likelihood", "weights.bin")));

    private readonly English _english = English.Shared;
    private readonly Weights _weights = Learned.Value;
    private readonly FeatureReader _features;
    private readonly TagReader _tags;

    /// <summary>Ready to read; the first instance reads the data built into this assembly.</summary>
    public Recogniser()
    {
        _features = new FeatureReader(_english.Lexicon, _english.Likely, _english.Behaviour);
        _tags = new TagReader(_english.Lexicon);
    }

    /// <summary>Reads an account.</summary>
    /// <param name="text">The words, of any length.</param>
    public Recognition Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var read = _english.Lexicon.Read(text);
        Span<float> sums = stackalloc float[Columns.Count];
        var scores = Scores.Of(_features, read, _weights);
        scores.Sums.CopyTo(sums);
        scores.Return();
        var characteristics = Characteristics(read, sums);
        var tags = characteristics.IsEmpty ? [] : _tags.In(read, characteristics);
        return new Recognition(characteristics, Behaviours(read, sums)) { Tags = tags };
    }

    /// <summary>Says for each of the six characteristics what spoke for it and against it, suggested or not, in their order.</summary>
    /// <param name="text">The words, of any length.</param>
    public ImmutableArray<CharacteristicGrounds> Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var read = _english.Lexicon.Read(text);
        var all = ImmutableArray.CreateBuilder<CharacteristicGrounds>(Strands.Count);
        for (var strand = 0; strand < Strands.Count; strand++)
        {
            var scores = Scores.Of(_features, read, _weights, strand);
            var weighed = Grounds.Weighed(read, scores.Shares);
            all.Add(new CharacteristicGrounds(Strands.All[strand], scores.Sums[strand] > 0, Confidence(scores.Sums[strand]), weighed));
            scores.Return();
        }

        return all.MoveToImmutable();
    }

    private ImmutableArray<CharacteristicSuggestion> Characteristics(ReadText read, ReadOnlySpan<float> sums)
    {
        var found = ImmutableArray.CreateBuilder<CharacteristicSuggestion>();
        for (var strand = 0; strand < Strands.Count; strand++)
            if (sums[strand] > 0)
                found.Add(new CharacteristicSuggestion(Strands.All[strand], Evidence(read, strand), Confidence(sums[strand])));
        return found.ToImmutable();
    }

    private ImmutableArray<BehaviourSuggestion> Behaviours(ReadText read, ReadOnlySpan<float> sums)
    {
        var found = ImmutableArray.CreateBuilder<BehaviourSuggestion>();
        for (var behaviour = 1; behaviour <= Columns.Behaviours; behaviour++)
            if (Columns.OfBehaviour(behaviour) is var column && sums[column] > 0)
                found.Add(new BehaviourSuggestion(behaviour, Evidence(read, column), Confidence(sums[column])));
        return found.ToImmutable();
    }

    private ImmutableArray<Span> Evidence(ReadText read, int column)
    {
        var scores = Scores.Of(_features, read, _weights, column);
        var evidence = Grounds.Of(read, scores.Shares);
        scores.Return();
        return evidence;
    }

    private static double Confidence(float sum) => Math.Round(1 / (1 + Math.Exp(-sum)), 3);
}
