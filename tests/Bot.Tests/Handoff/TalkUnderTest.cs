using Microsoft.Bot.Schema;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Bot.Tests.Staff;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Person;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Handoff;

/// <summary>
/// The whole service with a person's thread and case in it, and a channel that can be treated badly. Its outbox is worked when a test says
/// so and at no other time, so that nothing goes between two lines of a test; only where it works by itself it runs as in the service.
/// </summary>
public sealed class TalkUnderTest : IAsyncLifetime, IDisposable
{
    public const string Thread = "AAAAAAAAAAAAAAAAAAAAAA";

    public TalkUnderTest(bool worksByItself = false) => Console = new ConsoleUnderTest
    {
        Adjust = builder =>
        {
            builder.Services.AddSingleton<IOutboundChannel>(Channel);
            if (!worksByItself)
                builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(OutboxWorker)));
        },
    };

    public ConsoleUnderTest Console { get; }

    public TestChannel Channel { get; } = new();

    public TalkCommands Commands => Console.Services.GetRequiredService<TalkCommands>();

    public Outbox Outbox => Console.Services.GetRequiredService<Outbox>();

    public Task InitializeAsync() => Console.InitializeAsync();

    public Task DisposeAsync() => Console.DisposeAsync();

    public void Dispose() => Console.Dispose();

    /// <summary>A case of a report told in a thread that is there.</summary>
    public async Task<Case> CaseAsync(string channel = WebsiteMessage.Channel, Func<Report, Report>? change = null, string thread = Thread)
    {
        await SayAsync("hello", thread);
        var report = Given.Report() with { Channel = channel, Thread = thread, Turns = new TurnRange(1, 1) };
        return await Console.CaseAsync(change is null ? report : change(report));
    }

    /// <summary>The person writes in the thread.</summary>
    public async Task<TranscriptTurn> SayAsync(string words, string thread = Thread, params string[] choices)
    {
        var store = Console.Services.GetRequiredService<ITurnStore>();
        var session = (await store.LatestAsync(thread, default))?.Thread.Session;
        return (await Console.Services.GetRequiredService<TurnRunner>().RunAsync(thread, session, new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = WebsiteMessage.Channel,
            Conversation = new ConversationAccount(id: thread),
            Text = words,
            Value = new ReplyValue { Choices = [.. choices] },
        }, default))!;
    }

    public async Task<CaseOutcome> ReplyAsync(Case full, string words, StaffRef? who = null, Guid? command = null, OverrideReason? reason = null) =>
        await Commands.ReplyAsync(new CaseCommand(command ?? Guid.NewGuid(), full.Id, Given.Caseworker(who ?? Given.Amira)), full.First.Id, words, reason is { } because ? new ContactOverride(because, null) : null, default);

    /// <summary>The case once the outbox has worked it.</summary>
    public async Task<Case> WorkedAsync(Case full)
    {
        await Outbox.WorkAsync(full.Id, default);
        return await Console.FindAsync(full.Id);
    }

    /// <summary>What staff said in the thread, in order, with their name.</summary>
    public async Task<IReadOnlyList<(string Name, string Words)>> StaffSaidAsync(string thread = Thread) =>
    [
        .. (await TurnsAsync(thread)).SelectMany(turn => turn.Replies)
            .Where(reply => StaffMessage.NameOf(reply) is not null).Select(reply => (StaffMessage.NameOf(reply)!, reply.Text)),
    ];

    public Task<IReadOnlyList<TranscriptTurn>> TurnsAsync(string thread = Thread) =>
        Console.Services.GetRequiredService<Transcripts>().ReadAsync(thread, 0, default);
}
