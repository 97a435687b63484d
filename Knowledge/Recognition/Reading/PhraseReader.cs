using System.Globalization;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// Reads one line of a data file into the sequences of elements it stands for. Words follow each other; <c>a/b</c> is either,
/// <c>a?</c> may be missing, <c>{a b | c}</c> chooses between phrases, <c>$class</c> is any term of a class, <c>..3</c> is up
/// to three words, <c>!$class</c> forbids, <c>.</c> ends a sentence, and <c>&lt;…&gt;</c> encloses what the rule speaks about.
/// </summary>
internal sealed class PhraseReader(VocabularyBuilder vocabulary, Func<string, int> classOf, Func<IReadOnlyList<Element[]>, int> groupOf)
{
    private readonly Dictionary<string, int> _sets = new(StringComparer.Ordinal);
    private readonly List<int[]> _members = [];

    /// <summary>The sets of words that elements of the kind <see cref="ElementKind.OneOf"/> refer to.</summary>
    public IReadOnlyList<int[]> Sets => _members;

    /// <summary>The words and classes that rules look for after their first word: a text is told apart by no other.</summary>
    public (HashSet<int> Words, HashSet<int> Classes) Sought { get; } = ([], []);

    /// <summary>Every sequence the line stands for.</summary>
    public IEnumerable<Element[]> Read(string line)
    {
        var parts = line.Replace("{", " { ", StringComparison.Ordinal).Replace("}", " } ", StringComparison.Ordinal).Replace("} ?", "}?", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        var sequences = Sequences(parts, ref at);
        if (at != parts.Length)
            throw new FormatException($"Unbalanced braces: {line}");
        return sequences.Where(sequence => sequence.Length > 0);
    }

    private List<Element[]> Sequences(string[] parts, ref int at)
    {
        List<Element[]> all = [], open = [[]];
        for (; at < parts.Length && !parts[at].StartsWith('}'); at++)
        {
            if (parts[at] == "|")
            {
                all.AddRange(open);
                open = [[]];
                continue;
            }

            var step = parts[at] == "{" ? Group(parts, ref at) : Single(parts[at]);
            open = [.. open.SelectMany(left => step, (left, right) => (Element[])[.. left, .. right])];
        }

        all.AddRange(open);
        return all;
    }

    private List<Element[]> Group(string[] parts, ref int at)
    {
        at++;
        var inner = Sequences(parts, ref at);
        if (at == parts.Length)
            throw new FormatException("A brace is not closed.");
        List<Element[]> read = inner.Count > 1 && inner.TrueForAll(IsPhrase) ? [[new Element(ElementKind.Class, groupOf(inner), false, false)]] : inner;
        if (parts[at] == "}?")
            read.Add([]);
        return read;
    }

    private static bool IsPhrase(Element[] sequence) => sequence.Length > 0 && Array.TrueForAll(sequence, element => element.Kind is ElementKind.Word or ElementKind.OneOf);

    private List<Element[]> Single(string part)
    {
        var (opens, closes) = (part.StartsWith('<'), part.EndsWith('>'));
        part = part[(opens ? 1 : 0)..(closes ? ^1 : ^0)];
        var optional = part.EndsWith('?');
        if (optional)
            part = part[..^1];
        List<Element[]> read = [[Element(part) with { OpensFocus = opens, ClosesFocus = closes }]];
        if (optional)
            read.Add([]);
        return read;
    }

    private Element Element(string part)
    {
        if (part.StartsWith("..", StringComparison.Ordinal))
            return int.Parse(part[2..], CultureInfo.InvariantCulture) is var gap and >= 0 and < WordSign.Farthest
                ? new Element(ElementKind.Gap, gap, false, false)
                : throw new FormatException($"The gap {part} is not from 0 to {WordSign.Farthest - 1} words.");
        return part switch
        {
            "." => new Element(ElementKind.SentenceEnd, 0, false, false),
            ['!', '$', .. var name] => new Element(ElementKind.NotClass, classOf(name), false, false),
            ['!', .. var word] => new Element(ElementKind.NotWord, vocabulary.Know(word), false, false),
            ['$', .. var name] => new Element(ElementKind.Class, classOf(name), false, false),
            _ => Words(part),
        };
    }

    private Element Words(string part)
    {
        int[] ids = [.. Inflection.Forms(part).Select(vocabulary.Know).Order()];
        if (ids.Length == 1)
            return new Element(ElementKind.Word, ids[0], false, false);
        var key = string.Join(',', ids);
        if (!_sets.TryGetValue(key, out var set))
        {
            _sets.Add(key, set = _members.Count);
            _members.Add(ids);
        }

        return new Element(ElementKind.OneOf, set, false, false);
    }
}
