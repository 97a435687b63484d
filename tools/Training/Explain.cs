using System.Globalization;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Recognition.Likelihood;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Training;

/// <summary>Shows which words and rules an account's scores rest on.</summary>
internal static class Explain
{
    /// <summary>Prints the weightiest features of each characteristic that comes near.</summary>
    public static int Run(TextWriter output, string text, IEnumerable<string> files)
    {
        var english = English.Shared;
        var reader = new FeatureReader(english.Lexicon, english.Likely);
        var weights = TrainRecognition.Weights(files);
        var sink = new Sink([]);
        using var read = english.Lexicon.Read(text);
        reader.Read(read, ref sink);
        foreach (var hit in read.Hits)
            output.WriteLine($"  rule {english.Likely.Headings[hit.Rule]}: {read.Where(hit.First, hit.End).In(text)}");
        for (var strand = 0; strand < Strands.Count; strand++)
            Show(output, text, read, weights, strand, sink.Features);
        return 0;
    }

    private static void Show(TextWriter output, string text, ReportBot.Knowledge.Recognition.Reading.ReadText read, Weights weights, int strand, IEnumerable<(int Strand, uint Feature, int First, int End)> features)
    {
        var found = features.Where(feature => feature.Strand < 0 || feature.Strand == strand).DistinctBy(feature => (feature.Strand, feature.Feature))
            .Select(feature => (feature.First, feature.End, Weight: feature.Strand >= 0 ? weights.Shared(feature.Feature) : weights.Each(feature.Feature) is { IsEmpty: false } row ? row[strand] : 0)).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Strands.All[strand].Label()} {found.Sum(feature => feature.Weight):0.0}"));
        foreach (var (first, end, weight) in found.OrderByDescending(feature => Math.Abs(feature.Weight)).Take(8))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {weight:0.00} {(end > first ? read.Where(first, end).In(text) : "-")}"));
    }

    private readonly struct Sink(List<(int Strand, uint Feature, int First, int End)> features) : IFeatureSink
    {
        public List<(int Strand, uint Feature, int First, int End)> Features => features;

        public void Add(int strand, uint feature, int first, int end) => features.Add((strand, feature, first, end));

        public void AddForAll(uint feature, int first, int end) => features.Add((-1, feature, first, end));
    }
}
