using ReportBot.Knowledge.Recognition.Likelihood;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Training;

/// <summary>The features of an account, as training sees them.</summary>
/// <param name="Account">The account.</param>
/// <param name="Shared">The features that mean the same for all, by characteristic.</param>
/// <param name="Each">The features that mean something else for each.</param>
internal sealed record Example(LabelledAccount Account, uint[][] Shared, uint[] Each)
{
    /// <summary>Reads the features of an account.</summary>
    public static Example Of(LabelledAccount account, Lexicon lexicon, FeatureReader reader)
    {
        var sink = new Sink([.. Enumerable.Range(0, Strands.Count).Select(_ => new HashSet<uint>())], []);
        using var read = lexicon.Read(account.Text);
        reader.Read(read, ref sink);
        return new Example(account, [.. sink.Shared.Select(features => features.ToArray())], [.. sink.Each]);
    }

    private readonly struct Sink(HashSet<uint>[] shared, HashSet<uint> each) : IFeatureSink
    {
        public HashSet<uint>[] Shared => shared;

        public HashSet<uint> Each => each;

        public void Add(int strand, uint feature, int first, int end) => shared[strand].Add(feature);

        public void AddForAll(uint feature, int first, int end) => each.Add(feature);
    }
}
