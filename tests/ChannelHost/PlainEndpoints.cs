using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Conversation;

namespace ReportBot.ChannelHost;

/// <summary>What one side of the plain channel has said: its messages in order, and what is open after them.</summary>
/// <param name="Messages">The words.</param>
/// <param name="Question">The id of the question asked last; null when none was.</param>
/// <param name="Choices">What can be answered to it.</param>
/// <param name="Reference">The reference of a report that was sent; null elsewhere.</param>
internal sealed record PlainAnswer(IReadOnlyList<string> Messages, string? Question, IReadOnlyList<string> Choices, string? Reference);

/// <summary>The plain channel's own side: somebody writes to a thread, looks at what came by itself, or the channel goes down and up.</summary>
internal static class PlainEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/plain/{thread}", SayAsync);
        app.MapGet("/plain/{thread}", (string thread, PlainChannel channel) => Of(channel.Shown(thread)));
        app.MapPut("/plain", (bool down, PlainChannel channel) => channel.IsDown = down);
    }

    private static async Task<PlainAnswer> SayAsync(string thread, HttpRequest request, TurnRunner runner, ITurnStore turns)
    {
        using var reader = new StreamReader(request.Body);
        var words = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var session = (await turns.LatestAsync(thread, request.HttpContext.RequestAborted))?.Thread.Session;
        var turn = await runner.RunAsync(thread, session, new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = PlainChannel.ChannelId,
            Conversation = new ConversationAccount(id: thread),
            Text = words,
        }, request.HttpContext.RequestAborted);
        return Of([.. turn!.Opening, .. turn.Replies]); // The session is the thread's own.
    }

    private static PlainAnswer Of(IReadOnlyList<Activity> said)
    {
        var attachments = said.SelectMany(one => one.Attachments ?? []).ToList();
        var card = Last(QuestionCard.ContentType, ConversationJson.Default.QuestionCard);
        var receipt = Last(ReceiptCard.ContentType, ConversationJson.Default.ReceiptCard);
        return new PlainAnswer(
            [.. said.Select(one => one.Text).OfType<string>()], card?.Question, [.. (card?.Choices ?? []).Select(choice => choice.Label)], receipt?.Reference);

        T? Last<T>(string type, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json)
            where T : class => attachments.LastOrDefault(attachment => attachment.ContentType == type) is { } found ? ActivityValue.ReadAs(found.Content, json) : null;
    }
}
