using System.Numerics;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>One walk of a text through the tree of rules. Gaps are bounded, so the work per word is too.</summary>
internal ref struct RuleWalk(RuleTree tree, Lexicon lexicon, ReadText read)
{
    private readonly FirstSteps _byWord = tree.FirstByWord;
    private readonly FirstSteps _byKind = tree.FirstByKind;
    private readonly ReadOnlySpan<Node> _nodes = tree.Nodes;
    private readonly ReadOnlySpan<Step> _steps = tree.Steps;
    private readonly ReadOnlySpan<byte> _signs = tree.WantedSigns;
    private readonly SignPlaces _places = read.Places;
    private readonly ReadOnlySpan<int> _sentenceEnds = read.SentenceEnds;
    private readonly ReadOnlySpan<Word> _words = read.Words;
    private int _first;

    /// <summary>Matches every rule that begins at a word.</summary>
    public void From(int word)
    {
        _first = word;
        if (_byWord.Any(_words[word].Id))
            Begin(_byWord.Of(_words[word].Id), word + 1);
        foreach (ref readonly var term in read.TermsAt(word))
            if (_byKind.Any(term.Kind))
                Begin(_byKind.Of(term.Kind), term.End);
    }

    private readonly void Begin(ReadOnlySpan<FirstStep> steps, int to)
    {
        foreach (ref readonly var first in steps)
            if (first.Outlook.Within == 0 || Where(first.Outlook.Wanted, to, first.Outlook.Within) != 0)
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
        foreach (ref readonly var next in Of(Where(node.Next, to, 1) != 0 ? node.Steps : node.Others))
            Take(next, to, focusFirst, focusEnd);
    }

    // At which of so many words, of the sentence that goes on with them, what is wanted may stand, as bits; the first may be the one after the last.
    private readonly ulong Where(Wanted wanted, int first, int within) =>
        _places.Among(_signs, wanted, first, Math.Min(within, _sentenceEnds[first - 1] - first));

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
        if (!node.IsPlain || step.Element.OpensFocus || step.Element.ClosesFocus)
        {
            for (var i = at; i <= at + step.Element.Key && (i == at || i <= _words.Length && SameSentence(i - 1)); i++)
                Arrive(step, at, i, focusFirst, focusEnd);
            return;
        }

        for (var where = Where(node.Next, at, step.Element.Key + 1); where != 0; where &= where - 1)
            foreach (ref readonly var next in Of(node.Steps))
                TakeHere(next, at + BitOperations.TrailingZeroCount(where), focusFirst, focusEnd);
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
