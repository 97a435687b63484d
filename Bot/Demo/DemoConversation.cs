using System.Text.Json;
using Microsoft.Bot.Schema;
using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Demo;

/// <summary>Writes the conversation a made-up report was told in, turn by turn, as the service stores one.</summary>
internal sealed class DemoConversation(ITurnStore turns, ActivityJson json, DemoStories stories)
{
    /// <summary>A new thread's id.</summary>
    public static string NewThread() => System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    /// <summary>How many turns the conversation of a draft takes.</summary>
    public static int TurnsOf(ReportDraft draft) => draft.Account.Length + draft.Answers.Length + 1;

    /// <summary>Stores the conversation up to sending.</summary>
    public async Task WriteAsync(Report report, CancellationToken cancellationToken)
    {
        var draft = report.Told;
        var said = new List<(Activity Inbound, string Next)>();
        var answers = draft.Answers.ToList();
        if (draft[Question.Safety] is { } safety)
        {
            said.Add((Inbound(report, safety), stories.Asks["account"]));
            answers.Remove(safety);
        }

        said.AddRange(draft.Account.Select(part => (Inbound(report, part.Words), stories.Asks["more"])));
        var asks = answers.Select(answer => stories.Asks.GetValueOrDefault(answer.Question, "Is there more you want to say?")).ToList();
        said[^1] = (said[^1].Inbound, asks[0]);
        said.AddRange(answers.Select((answer, i) => (Inbound(report, answer), i + 1 < asks.Count ? asks[i + 1] : "Check your answers. Shall I send them?")));
        said.Add((Inbound(report, "Send my report"), stories.Asks["sent"]));
        for (var i = 0; i < said.Count; i++)
            await WriteAsync(report, i + 1, said.Count, said[i].Inbound, said[i].Next, cancellationToken);
    }

    /// <summary>Stores what the person wrote after sending.</summary>
    public Task AddAsync(Report report, string words, DateTimeOffset at, CancellationToken cancellationToken) =>
        InsertAsync(report, report.Turns.Last + 1, at, Inbound(report, words), "Thank you. I have passed this on to our team.", change: null, cancellationToken);

    private Task WriteAsync(Report report, int sequence, int last, Activity inbound, string next, CancellationToken cancellationToken) => InsertAsync(
        report, sequence, report.SentAt.AddMinutes(sequence - last), inbound, next, sequence == last ? new ThreadChange { Sent = true } : null, cancellationToken);

    private async Task InsertAsync(
        Report report, int sequence, DateTimeOffset at, Activity inbound, string reply, ThreadChange? change, CancellationToken cancellationToken)
    {
        var isSent = sequence >= report.Turns.Last;
        var memory = new ConversationMemory
        {
            Sent = isSent ? new SentReport(report.Id, report.Reference, report.Promise, report.SentAt) : null,
            Draft = isSent ? null : report.Told,
        };
        var outcome = await turns.TryInsertAsync(
            new Turn
            {
                Thread = report.Thread,
                Sequence = sequence,
                At = at,
                Keys = ReadOnlyMemory<byte>.Empty,
                Inbound = json.Write(inbound),
                Replies = json.Write([new Activity { Type = ActivityTypes.Message, Text = reply }]),
                State = JsonSerializer.SerializeToUtf8Bytes(StoredState.New() with { Memory = memory }, ConversationJson.Default.StoredState),
            },
            change,
            cancellationToken);
        if (outcome is not InsertOutcome.Done)
            throw new IOException("A turn of the demonstration could not be stored.");
    }

    private static Activity Inbound(Report report, Answer answer)
    {
        var activity = Inbound(report, answer.Words ?? "");
        if (!answer.Choices.IsEmpty)
            activity.Value = JsonSerializer.SerializeToElement(new ReplyValue { Question = answer.Question, Choices = answer.Choices }, ConversationJson.Default.ReplyValue);
        return activity;
    }

    private static Activity Inbound(Report report, string words) => new() { Type = ActivityTypes.Message, ChannelId = report.Channel, Text = words };
}
