using System.Collections.Immutable;
using System.Text;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Knowledge.Redaction;

/// <summary>Gathers what is to be masked, and makes the copy.</summary>
internal sealed class Masks
{
    private readonly List<Masked> _found = [];

    /// <summary>Adds a stretch.</summary>
    public void Add(MaskedKind kind, int start, int length)
    {
        if (length > 0)
            _found.Add(new Masked(kind, new Span(start, length)));
    }

    /// <summary>The copy of the text. What overlaps becomes one mask, so that no part of either is left.</summary>
    public RedactedText On(string text)
    {
        if (_found.Count == 0)
            return new RedactedText(text, []);
        _found.Sort((one, other) => one.Where.Start != other.Where.Start ? one.Where.Start.CompareTo(other.Where.Start) : one.Kind.CompareTo(other.Kind));
        var masks = ImmutableArray.CreateBuilder<Masked>(_found.Count);
        foreach (var masked in _found)
            if (masks.Count > 0 && masks[^1] is var last && masked.Where.Start < last.Where.Start + last.Where.Length)
                masks[^1] = Union(last, masked);
            else
                masks.Add(masked);
        return new RedactedText(Copy(text, masks), masks.ToImmutable());
    }

    private static Masked Union(Masked one, Masked other)
    {
        var end = Math.Max(one.Where.Start + one.Where.Length, other.Where.Start + other.Where.Length);
        return new Masked(one.Kind < other.Kind ? one.Kind : other.Kind, new Span(one.Where.Start, end - one.Where.Start));
    }

    private static string Copy(string text, ImmutableArray<Masked>.Builder masks)
    {
        var copy = new StringBuilder(text.Length);
        var at = 0;
        foreach (var masked in masks)
        {
            copy.Append(text, at, masked.Where.Start - at).Append(masked.Kind.Mask());
            at = masked.Where.Start + masked.Where.Length;
        }

        return copy.Append(text, at, text.Length - at).ToString();
    }
}
