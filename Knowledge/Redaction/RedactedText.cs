using System.Collections.Immutable;
using ReportBot.Knowledge.Recognition;

namespace ReportBot.Knowledge.Redaction;

/// <summary>A stretch of a text that is masked.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Where">Where it stands in the original.</param>
public readonly record struct Masked(MaskedKind Kind, Span Where);

/// <summary>A copy of a text to be shared. The original is left as it is.</summary>
/// <param name="Text">The copy, with masks such as <c>[name]</c>.</param>
/// <param name="Masks">What was masked, in order; none overlap.</param>
public sealed record RedactedText(string Text, ImmutableArray<Masked> Masks)
{
    /// <summary>A copy of the same original with more of it masked.</summary>
    /// <param name="original">The original.</param>
    /// <param name="more">What else to mask; spans of the original.</param>
    public RedactedText With(string original, IEnumerable<Masked> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var masks = new Masks();
        foreach (var masked in Masks.Concat(more))
            masks.Add(masked.Kind, masked.Where.Start, masked.Where.Length);
        return masks.On(original);
    }
}
