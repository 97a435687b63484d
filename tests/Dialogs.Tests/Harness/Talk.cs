using System.Globalization;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using ReportBot.Dialogs.Conversation;
using ReportBot.Dialogs.Person;
using ReportBot.Knowledge.Language;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Dialogs.Tests.Harness;

/// <summary>
/// A conversation under test. Every turn is taken by dialogs made anew, on state that went through its stored JSON, so nothing can hide in memory.
/// </summary>
public sealed class Talk
{
    private byte[] _state = [];
    private int _sequence;

    public FakeDesk Desk { get; } = new();

    public TestClock Clock { get; } = new();

    /// <summary>What may be read out of the account.</summary>
    public RecognitionOptions Recognition { get; init; } = new();

    /// <summary>What the assistant said in the last turn.</summary>
    public IReadOnlyList<Activity> Replies { get; private set; } = [];

    /// <summary>The texts of the last turn.</summary>
    public IReadOnlyList<string> Texts => [.. Replies.Where(reply => reply.Type == ActivityTypes.Message).Select(reply => reply.Text)];

    public StoredState State => JsonSerializer.Deserialize(_state, ConversationJson.Default.StoredState)!;

    public ConversationMemory Memory => State.Memory;

    public ReportDraft Draft => Memory.Draft ?? throw new InvalidOperationException("No report is being told.");

    /// <summary>The last question's card.</summary>
    public QuestionCard Card => Cards<QuestionCard>(QuestionCard.ContentType).Last();

    public string Question => Card.Question;

    public string[] Offered => [.. Card.Choices.Select(choice => choice.Value)];

    public bool IssuedReturnCode { get; private set; }

    public bool Sent { get; private set; }

    public static Phrases Phrases { get; } = new(CultureInfo.GetCultureInfo("en-GB"), new Organisation());

    /// <summary>A conversation that has begun.</summary>
    public static async Task<Talk> BeginAsync(string? topic = null, RecognitionOptions? recognition = null)
    {
        var talk = new Talk { Recognition = recognition ?? new RecognitionOptions(), _state = JsonSerializer.SerializeToUtf8Bytes(StoredState.New(), ConversationJson.Default.StoredState) };
        await talk.TurnAsync(new Activity { Type = ActivityTypes.ConversationUpdate }, (assistant, dc) => assistant.WelcomeAsync(dc, topic, CancellationToken.None));
        return talk;
    }

    /// <summary>The person types.</summary>
    public Task SaysAsync(string words) => SendAsync(words, [], Card.Question);

    /// <summary>The person presses what is offered; the value must be on offer.</summary>
    public Task PressesAsync(params string[] choices)
    {
        var offered = Cards<QuestionCard>(QuestionCard.ContentType).SelectMany(card => card.Choices.Concat(card.Topics).Concat(card.Ways)).Select(choice => choice.Value)
            .Concat(Cards<SummaryCard>(SummaryCard.ContentType).SelectMany(card => card.Rows).Select(row => Ways.ChangeOne + row.Question));
        Assert.Subset(offered.ToHashSet(), choices.ToHashSet());
        return SendAsync("", choices, Card.Question);
    }

    /// <summary>The person sends files, with or without words.</summary>
    public Task SendsFilesAsync(string words, params string[] files) => SendAsync(words, [], Card.Question, files);

    /// <summary>Anything at all, from any form: old buttons, forged values.</summary>
    public Task SendAsync(string? words, string[] choices, string? question, params string[] files) => TurnAsync(
        new Activity
        {
            Type = ActivityTypes.Message,
            Text = words,
            ChannelId = "test",
            Value = new ReplyValue { Question = question, Choices = [.. choices] },
            Attachments = [.. files.Select(file => new Attachment { ContentType = "image/jpeg", ContentUrl = "evidence:" + file, Name = file + ".jpg" })],
        },
        (assistant, dc) => assistant.TurnAsync(dc, CancellationToken.None));

    /// <summary>Someone from staff takes the conversation over.</summary>
    public Task JoinedByAsync(string name, Guid report) => TurnAsync(
        Told(), (_, dc) => TalkTurns.JoinedAsync(ConversationTurn.Of(dc.Context), report, name, CancellationToken.None));

    /// <summary>The conversation comes back to the assistant, or nobody came. False when there was nothing to tell.</summary>
    public async Task<bool> LeftAsync(Guid report, TalkEnd why)
    {
        var told = false;
        await TurnAsync(Told(), async (_, dc) => told = await TalkTurns.LeftAsync(dc, ConversationTurn.Of(dc.Context), report, why, CancellationToken.None));
        return told;
    }

    private static Activity Told() => new() { Type = ActivityTypes.Event, ChannelId = "test", Conversation = new ConversationAccount(id: "thread") };

    /// <summary>Answers the short path up to a question, with plain answers.</summary>
    public async Task AnswerUpToAsync(string question)
    {
        for (var turn = 0; Question != question && turn < 20; turn++)
            await (Question switch
            {
                Knowledge.Reporting.Question.Safety => PressesAsync(SafetyChoice.Safe),
                Knowledge.Reporting.Question.Account when Draft.Account.IsEmpty => SaysAsync("He shouted at me and called me names."),
                Knowledge.Reporting.Question.Account => PressesAsync(Dialogs.Reporting.Account.Everything),
                Knowledge.Reporting.Question.Role => PressesAsync(RoleChoice.Me),
                Knowledge.Reporting.Question.WhereAndWhen => SaysAsync("Outside my flat in Sevenoaks, last Tuesday"),
                Knowledge.Reporting.Question.Where => SaysAsync("In the car park"),
                Knowledge.Reporting.Question.When => SaysAsync("last Tuesday"),
                Knowledge.Reporting.Question.Perception => PressesAsync("race"),
                Knowledge.Reporting.Question.Contact => SaysAsync("Sam Jones, 07700 900123, text only"),
                _ => throw new InvalidOperationException($"{Question} is open, and nobody said how to answer it."),
            });
        Assert.Equal(question, Question);
    }

    /// <summary>The cards of one kind in the last turn.</summary>
    public IEnumerable<T> Cards<T>(string contentType) => Replies
        .SelectMany(reply => reply.Attachments ?? [])
        .Where(attachment => attachment.ContentType == contentType)
        .Select(attachment => (T)attachment.Content);

    /// <summary>As if a later version did not know the open dialog.</summary>
    public void RenameOpenDialog(string id)
    {
        var state = State;
        state.Stack.DialogStack[0].Id = id;
        _state = JsonSerializer.SerializeToUtf8Bytes(state, ConversationJson.Default.StoredState);
    }

    /// <summary>True when the last turn said that phrase, whatever its placeholders hold.</summary>
    public bool Said(string key)
    {
        var parts = Phrases[key].Split(["{0}", "{1}", "{2}"], StringSplitOptions.RemoveEmptyEntries);
        return Texts.Any(text => parts.All(part => text.Contains(part, StringComparison.Ordinal)));
    }

    // What the assistant knows is read once; what it remembers may live nowhere but in the stored state.
    private static readonly Recogniser Recogniser = new();
    private static readonly Extractor Extractor = new();
    private static readonly DangerWatch DangerWatch = new();
    private static readonly CryWatch CryWatch = new();
    private static readonly LanguageReader LanguageReader = new();

    private ServiceProvider NewServices(IReportDesk desk) => new ServiceCollection()
        .AddAssistant()
        .AddSingleton(Recogniser)
        .AddSingleton(Extractor)
        .AddSingleton(DangerWatch)
        .AddSingleton(CryWatch)
        .AddSingleton(LanguageReader)
        .AddSingleton(Recognition)
        .AddSingleton(desk)
        .AddSingleton<IConversationRecord>(new FakeRecord())
        .AddSingleton(new Organisation())
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private async Task TurnAsync(Activity activity, Func<Assistant, DialogContext, Task> take)
    {
        await using var services = NewServices(Desk);
        var state = State;
        var replies = new Replying();
        using var context = new TurnContext(replies, activity);
        var turn = new ConversationTurn
        {
            Context = context,
            Thread = "thread",
            Sequence = ++_sequence,
            Now = Clock.GetUtcNow(),
            Phrases = services.GetRequiredService<Phrases>(),
            Input = UserInput.From(activity, Clock.GetUtcNow()),
            Memory = state.Memory,
        };
        turn.Open();
        await take(services.GetRequiredService<Assistant>(), new DialogContext(services.GetRequiredService<DialogSet>(), context, state.Stack));
        _state = JsonSerializer.SerializeToUtf8Bytes(state with { Memory = turn.Memory }, ConversationJson.Default.StoredState);
        Replies = replies.Said;
        IssuedReturnCode |= turn.IssuedReturnCode is not null;
        Sent |= turn.SentReport;
    }

    private sealed class FakeRecord : IConversationRecord
    {
        public Task<IList<Activity>> SaidAsync(string thread, int fromTurn, CancellationToken cancellationToken) =>
            Task.FromResult<IList<Activity>>([new Activity { Type = ActivityTypes.Message, Text = $"from {fromTurn}" }]);
    }

    private sealed class Replying : BotAdapter
    {
        public List<Activity> Said { get; } = [];

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            Said.AddRange(activities);
            return Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse("")));
        }

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing may be changed.");

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing may be unsaid.");
    }
}
