namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// The rules of the data files of one folder, compiled into one tree, so that a text is matched against all of them at once.
/// A rule's number is the number of its heading in <see cref="Headings"/>.
/// </summary>
internal sealed class RuleBook
{
    private readonly RuleTree _tree;
    private readonly Lexicon _lexicon;

    /// <summary>Takes the compiled rules.</summary>
    public RuleBook(RuleTree tree, Lexicon lexicon)
    {
        _tree = tree;
        _lexicon = lexicon;
        tree.IndexFirstElements(lexicon);
    }

    /// <summary>The heading of each rule: what it tells.</summary>
    public IReadOnlyList<string> Headings => _tree.Headings;

    /// <summary>Adds every rule that matches to the text.</summary>
    public void Match(ReadText read)
    {
        var walk = new RuleWalk(_tree, _lexicon, read);
        for (var i = 0; i < read.Count; i++)
            walk.From(i);
    }
}
