using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition;

/// <summary>The lexicon and the rules of all readers of English accounts, read once from the data built into this assembly.</summary>
internal sealed class English
{
    private static readonly Lazy<English> Once = new(() => new English());

    private English()
    {
        var builder = new LexiconBuilder();
        builder.Add(DataFile.Folder("Lexicon"));
        string[] folders = ["Rules/Danger", "Rules/Behaviour", "Rules/Facts", "Rules/Likely"];
        var trees = folders.ToDictionary(folder => folder, folder => Tree(builder, folder));
        Lexicon = new Lexicon(builder);
        Danger = new RuleBook(trees["Rules/Danger"], Lexicon);
        Behaviour = new RuleBook(trees["Rules/Behaviour"], Lexicon);
        Facts = new RuleBook(trees["Rules/Facts"], Lexicon);
        Likely = new RuleBook(trees["Rules/Likely"], Lexicon);
    }

    /// <summary>The one instance; reading the data takes a fraction of a second, once.</summary>
    public static English Shared => Once.Value;

    /// <summary>The words.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The rules of danger.</summary>
    public RuleBook Danger { get; }

    /// <summary>The rules of the behaviours of policy 3.5.</summary>
    public RuleBook Behaviour { get; }

    /// <summary>The rules of what an account already answers.</summary>
    public RuleBook Facts { get; }

    /// <summary>The rules of likely characteristics.</summary>
    public RuleBook Likely { get; }

    private static RuleTree Tree(LexiconBuilder builder, string folder)
    {
        var tree = new RuleTree(builder.Phrases);
        tree.Add(DataFile.Folder(folder));
        return tree;
    }
}
