using System.Collections.Immutable;
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
    private readonly BehaviourReader _behaviours;
    private readonly TagReader _tags;

    /// <summary>Ready to read; the first instance reads the data built into this assembly.</summary>
    public Recogniser()
    {
        _features = new FeatureReader(_english.Lexicon, _english.Likely);
        _behaviours = new BehaviourReader(_english.Behaviour);
        _tags = new TagReader(_english.Lexicon);
    }

    /// <summary>Reads an account.</summary>
    /// <param name="text">The words, of any length.</param>
    public Recognition Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var read = _english.Lexicon.Read(text);
        var characteristics = Characteristics(read);
        var tags = characteristics.IsEmpty ? [] : _tags.In(read, characteristics);
        read.DropHits();
        return new Recognition(characteristics, _behaviours.In(read)) { Tags = tags };
    }

    private ImmutableArray<CharacteristicSuggestion> Characteristics(ReadText read)
    {
        Span<float> sums = stackalloc float[Strands.Count];
        var scores = Scores.Of(_features, read, _weights);
        scores.Sums.CopyTo(sums);
        scores.Return();
        var found = ImmutableArray.CreateBuilder<CharacteristicSuggestion>();
        for (var strand = 0; strand < Strands.Count; strand++)
            if (sums[strand] > 0)
                found.Add(Suggestion(read, strand, sums[strand]));
        return found.ToImmutable();
    }

    private CharacteristicSuggestion Suggestion(ReadText read, int strand, float sum)
    {
        read.DropHits();
        var scores = Scores.Of(_features, read, _weights, strand);
        var evidence = Grounds.Of(read, scores.Shares);
        scores.Return();
        return new CharacteristicSuggestion(Strands.All[strand], evidence, Math.Round(1 / (1 + Math.Exp(-sum)), 3));
    }
}
