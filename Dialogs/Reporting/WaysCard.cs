using System.Collections.Immutable;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.Dialogs.Reporting;

/// <summary>The quiet ways beside every question, always in the same order and place.</summary>
public static class WaysCard
{
    private static readonly ImmutableArray<string> Always = [Ways.Back, Ways.Change, Ways.Help, Ways.Person, Ways.Leave];

    /// <summary>The ways, in the conversation's words.</summary>
    public static ImmutableArray<CardChoice> For(ConversationTurn turn)
    {
        var ways = ImmutableArray.CreateBuilder<CardChoice>(Always.Length);
        foreach (var way in Always)
            ways.Add(Of(turn, way));
        return ways.MoveToImmutable();
    }

    /// <summary>A way in the conversation's words. Whoever waits for a person is offered to stop waiting in its place.</summary>
    public static CardChoice Of(ConversationTurn turn, string way)
    {
        if (way == Ways.Person && turn.Memory.Talk is not null)
            way = Ways.NoPerson;
        return new CardChoice(way, turn.Phrases["Way_" + way[1..]], way == Ways.Person ? InTheirLanguage(turn) : null);
    }

    private static string? InTheirLanguage(ConversationTurn turn) =>
        turn.Memory.Languages is [.., var latest] ? OtherLanguages.Embedded.Person(latest) : null;
}
