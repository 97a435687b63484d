namespace ReportBot.Bot.Tests.Storage.Evidence;

/// <summary>One of everything that is taken.</summary>
internal static class Samples
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        Photos.Jpeg, Photos.Png, Photos.Gif, Photos.Webp, Photos.Heic, Photos.Avif,
        Movies.Mp4, Movies.QuickTime, Movies.M4a, Movies.ThreeGp, Movies.Webm, Movies.WebmRecording, Movies.Avi,
        Sounds.Wav, Sounds.Mp3, Sounds.Mp3WithoutTags, Sounds.Aac, Sounds.Amr, Sounds.Opus, Sounds.Vorbis,
        Sounds.Pdf, Sounds.PdfUnderLock,
    ];

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(sample => sample.Name)];

    public static Sample Named(string name) => All.Single(sample => sample.Name == name);
}
