namespace ReportBot.Knowledge.Recognition;

/// <summary>Reads an account for everything at once: the words are taken apart once. Holds no state: one instance serves all threads.</summary>
public sealed class WholeReader(Recogniser recogniser, DangerWatch watch)
{
    /// <summary>What is recognised in a text, and what it says about danger now.</summary>
    /// <param name="text">The words, of any length.</param>
    public (Recognition Recognition, Danger Danger) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var read = English.Shared.Lexicon.Read(text);
        var recognition = recogniser.Read(read);
        return (recognition, watch.Look(read));
    }
}
