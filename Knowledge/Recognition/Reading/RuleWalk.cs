using System.Runtime.Intrinsics;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>One walk of a text through the tree of rules. Gaps are bounded, so the work per word is too.</summary>
internal ref struct RuleWalk(RuleTree tree, Lexicon lexicon, ReadText read)
{
    private readonly ReadOnlySpan<Node> _nodes = tree.Nodes;
    private readonly ReadOnlySpan<Step> _steps = tree.Steps;
    private readonly ReadOnlySpan<Vector256<ulong>> _wanted = tree.Signs.All;
    private readonly ReadOnlySpan<Word> _words = read.Words;
    private readonly ReadOnlySpan<Vector256<ulong>> _signs = read.Signs;
    private int _first;

    /// <summary>Matches every rule that begins at a word.</summary>
    public void From(int word)
    {
        _first = word;
        Begin(tree.FirstByWord(_words[word].Id), word + 1);
        foreach (ref readonly var term in read.TermsAt(word))
            Begin(tree.FirstByKind(term.Kind), term.End);
    }

    private readonly void Begin(ReadOnlySpan<FirstStep> steps, int to)
    {
        foreach (ref readonly var first in steps)
            if (Comes(first.Outlook.Wanted, to, first.Outlook.Sight))
                Arrive(first.Step, _first, to, -1, -1);
    }

    private readonly void Arrive(in Step step, int from, int to, int focusFirst, int focusEnd)
    {
        if (step.Element.OpensFocus)
            focusFirst = from;
        if (step.Element.ClosesFocus)
            focusEnd = to;
        ref readonly var node = ref _nodes[step.Node];
        foreach (var rule in tree.Rules.Slice(node.Rules.First, node.Rules.Count))
            Add(new RuleHit(rule, _first, to, focusFirst, focusEnd));
        if (!Comes(node.Outlook.Wanted, to, node.Outlook.Sight))
            return;
        foreach (ref readonly var next in Of(MayTakeWord(node, to) ? node.Steps : node.Others))
            Take(next, to, focusFirst, focusEnd);
    }

    // True when what is wanted may stand from a word on, as far as is seen; the word may be the one after the last.
    private readonly bool Comes(Wanted wanted, int word, Sight sight) => SignList.Meets(_wanted, wanted, _signs[(word * ReadText.Sights) + (int)sight]);

    private readonly bool MayTakeWord(in Node node, int at) => at < _words.Length && Comes(node.Next, at, Sight.Next);

    private readonly ReadOnlySpan<Step> Of(Part part) => _steps.Slice(part.First, part.Count);

    private readonly void Take(in Step step, int at, int focusFirst, int focusEnd)
    {
        switch (step.Element.Kind)
        {
            case ElementKind.Gap:
                TakeGap(step, at, focusFirst, focusEnd);
                break;
            case ElementKind.SentenceEnd:
                if (at < _words.Length && !SameSentence(at))
                    foreach (ref readonly var next in Of(_nodes[step.Node].Steps))
                        TakeHere(next, at, focusFirst, focusEnd);
                break;
            case ElementKind.NotClass or ElementKind.NotWord:
                if (at >= _words.Length || !Begins(step.Element, at))
                    Arrive(step, at, at, focusFirst, focusEnd);
                break;
            default:
                if (at < _words.Length && SameSentence(at))
                    TakeHere(step, at, focusFirst, focusEnd);
                break;
        }
    }

    private readonly void TakeGap(in Step step, int at, int focusFirst, int focusEnd)
    {
        ref readonly var node = ref _nodes[step.Node];
        var isPlain = node.IsPlain && step.Element is { OpensFocus: false, ClosesFocus: false };
        for (var i = at; i <= at + step.Element.Key && (i == at || i <= _words.Length && SameSentence(i - 1)); i++)
            if (!isPlain)
                Arrive(step, at, i, focusFirst, focusEnd);
            else if (MayTakeWord(node, i) && SameSentence(i))
                foreach (ref readonly var next in Of(node.Steps))
                    TakeHere(next, i, focusFirst, focusEnd);
    }

    private readonly void TakeHere(in Step step, int at, int focusFirst, int focusEnd)
    {
        var (kind, key) = (step.Element.Kind, step.Element.Key);
        if (kind is ElementKind.Word && _words[at].Id == key || kind is ElementKind.OneOf && Array.IndexOf(tree.Set(key), _words[at].Id) >= 0)
            Arrive(step, at, at + 1, focusFirst, focusEnd);
        else if (kind is ElementKind.Class)
            foreach (ref readonly var term in read.TermsAt(at))
                if (lexicon.Has(term.Kind, key))
                    Arrive(step, at, term.End, focusFirst, focusEnd);
    }

    private readonly bool SameSentence(int word) => word < _words.Length && (word == 0 || _words[word].Sentence == _words[word - 1].Sentence);

    private readonly bool Begins(in Element element, int at)
    {
        if (element.Kind is ElementKind.NotWord)
            return _words[at].Id == element.Key;
        foreach (ref readonly var term in read.TermsAt(at))
            if (lexicon.Has(term.Kind, element.Key))
                return true;
        return false;
    }

    private readonly void Add(RuleHit hit)
    {
        var hits = read.Hits;
        for (var i = hits.Length - 1; i >= 0 && hits[i].First == hit.First; i--)
            if (hits[i] == hit)
                return;
        read.AddHit(hit);
    }
}
