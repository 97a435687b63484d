using System.Collections.Immutable;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Policy;

/// <summary>A paragraph of the policy, or one point of it, in our own words.</summary>
/// <param name="Id">The id, stable: the paragraph's number, with one more for a point, such as <c>3.5.8</c>.</param>
/// <param name="Paragraph">The number the policy itself gives it, such as <c>3.5</c>, or <c>Appendix A</c>.</param>
/// <param name="Topics">What it is about, by stable tags.</param>
/// <param name="Says">What it says, in plain words. It never promises more than the policy.</param>
public sealed record PolicyEntry(string Id, string Paragraph, ImmutableArray<string> Topics, string Says)
{
    /// <summary>Where it stands, to be said: <c>paragraph 3.5</c>, or <c>Appendix A</c>.</summary>
    public string Place => char.IsAsciiDigit(Paragraph[0]) ? $"paragraph {Paragraph}" : Paragraph;
}

/// <summary>A behaviour of policy 3.5.</summary>
/// <param name="Number">Its place in the list of 3.5, 1 to 10: the value of <see cref="BehaviourChoice"/>.</param>
/// <param name="Label">A short name for it, to choose by.</param>
/// <param name="Example">An example, a few words long.</param>
/// <param name="Entry">The point of the policy.</param>
public sealed record PolicyBehaviour(int Number, string Label, string Example, PolicyEntry Entry);

/// <summary>A type of hate the policy names.</summary>
/// <param name="Characteristic">Which it is.</param>
/// <param name="Paragraph">3.1 for the five types of the law, 3.2 for sex and gender.</param>
/// <param name="Label">Its name.</param>
/// <param name="Hint">What is meant by it, in our words.</param>
public sealed record PolicyType(Characteristic Characteristic, string Paragraph, string Label, string Hint);

/// <summary>Something people ask about on which the policy is silent.</summary>
/// <param name="Id">The id, stable.</param>
/// <param name="Says">How it is said that the policy does not speak of it.</param>
/// <param name="Nearest">What the policy does say that comes nearest, best first.</param>
public sealed record PolicySilence(string Id, string Says, ImmutableArray<PolicyEntry> Nearest);
