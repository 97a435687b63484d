using System.Collections.Immutable;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Reporting;

/// <summary>Which of the behaviours of policy 3.5 happened; the list is not exhaustive, so words count too.</summary>
public sealed class Behaviours(AccountReader reader, SlurMask mask) : SuggestingQuestion(Question.Behaviours, BehaviourChoice.All, reader, mask)
{
    /// <inheritdoc />
    protected override ImmutableArray<Suggestion> Suggested(Recognition recognition, string account) =>
        Suggestions.Behaviours(recognition, account);
}
