namespace ReportBot.Training;

/// <summary>Where the labelled texts and the learned weights are in the repository.</summary>
internal static class Sources
{
    private const string Labelled = "tests/Knowledge.Tests/Recognition/accounts";

    /// <summary>The accounts the recogniser learns from.</summary>
    public static IEnumerable<string> Accounts => Files("accounts-*.jsonl");

    /// <summary>Bare words with room for a group's name, and the groups.</summary>
    public static IEnumerable<LabelledAccount> Frames => Training.Frames.Read(Files("frames-*.jsonl"), Path.Combine(Root, Labelled, "groups.jsonl"));

    /// <summary>The messages the danger watch learns from.</summary>
    public static IEnumerable<string> Messages => Files("urgency-*.jsonl");

    /// <summary>Accounts nobody who writes rules has read: for the last check alone.</summary>
    public static string HeldOutAccounts => Path.Combine(Root, Labelled, "held-out.jsonl");

    /// <summary>Accounts written after everything was learned, in the manner of ordinary reports.</summary>
    public static IEnumerable<string> LaterAccounts => Files("later-*.jsonl").Except(LaterMessages);

    /// <summary>Messages written after everything was learned.</summary>
    public static IEnumerable<string> LaterMessages => Files("later-urgency-*.jsonl");

    /// <summary>Messages nobody who writes rules has read: for the last check alone.</summary>
    public static string HeldOutMessages => Path.Combine(Root, Labelled, "held-out-urgency.jsonl");

    /// <summary>Where the weights of the recogniser are written.</summary>
    public static string RecogniserWeights => Path.Combine(Root, "Knowledge/Recognition/Likelihood/weights.br");

    /// <summary>Where the weights of the phrase filters are written.</summary>
    public static string PhraseWeights => Path.Combine(Root, "Knowledge/Recognition/Likelihood/phrases.br");

    /// <summary>Where the weights of the danger watch's phrase filters are written.</summary>
    public static string DangerPhrases => Path.Combine(Root, "Knowledge/Recognition/Urgency/phrases.br");

    /// <summary>Where the weights of the danger watch are written.</summary>
    public static string DangerWeights => Path.Combine(Root, "Knowledge/Recognition/Urgency/weights.br");

    private static string Root { get; } = FindRoot(Environment.CurrentDirectory);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ReportBot.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? FindRoot(parent) : throw new DirectoryNotFoundException("Run it inside the repository.");

    private static IEnumerable<string> Files(string pattern) => Directory.GetFiles(Path.Combine(Root, Labelled), pattern).Order(StringComparer.Ordinal);
}
