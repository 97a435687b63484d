using System.Collections.Immutable;

namespace ReportBot.Knowledge.Equality;

/// <summary>One answer that may be chosen.</summary>
/// <param name="Id">Its id, a stored format.</param>
/// <param name="Label">Its words.</param>
public sealed record EqualityChoice(string Id, string Label);

/// <summary>One question of equality monitoring. One choice, "Rather not say", or nothing answers it.</summary>
/// <param name="Id">Its id, a stored format.</param>
/// <param name="Asks">What is asked.</param>
/// <param name="Choices">What may be chosen, "Rather not say" last.</param>
public sealed record EqualityQuestion(string Id, string Asks, ImmutableArray<EqualityChoice> Choices);
