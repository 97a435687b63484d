using System.Collections.Immutable;

namespace ReportBot.Knowledge.Policy;

/// <summary>
/// Finds what the policy says to a question, by how near the question comes to ways people ask. The same question always gets the same
/// answer. What the policy does not speak of is answered by saying so: topics it is silent on compete with those it is not, and a question
/// near to nothing is one it does not speak of.
/// </summary>
public sealed class PolicyAnswers
{
    private const double Enough = 0.5;
    private const double AlmostAsGood = 0.85;

    private readonly HateCrimePolicy _policy;
    private readonly PolicyIndex _index;
    private readonly ImmutableArray<Topic> _topics;

    /// <summary>Answers from a policy.</summary>
    public PolicyAnswers(HateCrimePolicy policy)
    {
        _policy = policy;
        _topics =
        [
            .. policy.Entries.Zip(policy.File.Entries, (entry, known) => new Topic(entry, null, known.Questions.Add(known.Says))),
            .. policy.Silences.Zip(policy.File.Silent, (silence, known) => new Topic(null, silence, known.Questions)),
        ];
        _index = new PolicyIndex(new QuestionTerms(policy.File.Synonyms), [.. _topics.Select(topic => topic.Questions)]);
    }

    /// <summary>Answers from the policy that came with the program.</summary>
    public static PolicyAnswers Embedded { get; } = new(HateCrimePolicy.Embedded);

    /// <summary>The answer to a question as it was typed; silent when nothing comes near enough.</summary>
    public PolicyAnswer Find(string question)
    {
        var nearest = _index.Nearest(question, 2);
        if (nearest is not [var best, ..] || best.Fit < Enough)
            return new PolicyAnswer { Silence = _policy.File.Silence, Entries = [], Fit = nearest is [var far, ..] ? far.Fit : 0 };
        var topic = _topics[best.Topic];
        if (topic.Silence is { } silence)
            return new PolicyAnswer { Silence = silence.Says, Entries = silence.Nearest, Fit = best.Fit };
        var second = nearest is [_, var next] && next.Fit >= Math.Max(Enough, best.Fit * AlmostAsGood) ? _topics[next.Topic].Entry : null;
        return new PolicyAnswer { Entries = second is null ? [topic.Entry!] : [topic.Entry!, second], Fit = best.Fit };
    }

    // Either an entry or a silence, with the ways people ask for it.
    private sealed record Topic(PolicyEntry? Entry, PolicySilence? Silence, ImmutableArray<string> Questions);
}
