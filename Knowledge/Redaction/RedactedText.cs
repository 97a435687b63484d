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
public sealed record RedactedText(string Text, ImmutableArray<Masked> Masks);
