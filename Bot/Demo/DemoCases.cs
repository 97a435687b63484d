using System.Collections.Immutable;
using System.Globalization;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Demo;

/// <summary>Fills an empty data folder with made-up cases and their conversations, as if they had come in over the last days.</summary>
internal sealed class DemoCases(ICaseStore store, IStaffDirectory directory, ITurnStore turns, ActivityJson json, TimeProvider clock)
{
    private readonly DemoStories _stories = DemoStories.Embedded();
    private readonly DemoClock _then = new();
    private readonly Reports _reports = new(ContactPromises.Standard, RiskRules.Embedded);
    private readonly Extractor _extractor = new();
    private readonly Recogniser _recogniser = new();

    /// <summary>The names of the made-up staff who have worked on them.</summary>
    public static ImmutableArray<string> StaffNames { get; } = ["Amira Khan", "Ben Okafor"];

    /// <summary>Makes the cases, each told a little earlier than the one before.</summary>
    public async Task FillAsync(int cases, IReadOnlyList<StaffRef> staff, CancellationToken cancellationToken)
    {
        for (var i = 0; i < cases; i++)
        {
            var (round, story) = (i / _stories.Stories.Length, _stories.Stories[i % _stories.Stories.Length]);
            await MakeAsync(story, i, clock.GetUtcNow().AddHours(-story.HoursAgo - (round * 5)).AddMinutes(-(i * 7 % 60)), staff[i % staff.Count], cancellationToken);
        }
    }

    private async Task MakeAsync(DemoStory story, int number, DateTimeOffset sentAt, StaffRef who, CancellationToken cancellationToken)
    {
        var draft = Draft(story, number, sentAt);
        var origin = new ReportOrigin(DemoConversation.NewThread(), new TurnRange(1, DemoConversation.TurnsOf(draft)), story.Channel, sentAt);
        var reading = new AccountReading { Recognised = _recogniser.Read(draft.AccountText), Extraction = _extractor.Read(draft.AccountText, sentAt) };
        var report = _reports.Send(draft, origin, reading, []);
        var conversation = new DemoConversation(turns, json, _stories);
        await conversation.WriteAsync(report, cancellationToken);
        _then.Now = sentAt;
        var commands = new CaseCommands(store, directory, CaseTimes.Standard, new CaseSignals(), _then);
        var made = await commands.CreateAsync(report, cancellationToken);
        await WorkAsync(commands, conversation, story, made, who, cancellationToken);
    }

    private async Task WorkAsync(CaseCommands commands, DemoConversation conversation, DemoStory story, Case made, StaffRef who, CancellationToken cancellationToken)
    {
        if (story.Then is null)
            return;
        CaseCommand Next(int minutes)
        {
            _then.Now = _then.Now.AddMinutes(minutes);
            return new CaseCommand(Guid.NewGuid(), made.Id, new StaffActor(who, StaffRole.Manager));
        }

        await commands.ClaimAsync(Next(25), cancellationToken);
        if (story.Then == "tried")
            await commands.RecordAttemptAsync(Next(10), new Attempt(ContactWay.Visit, AttemptOutcome.NoAnswer, null, "Lights on, nobody came to the door."), cancellationToken);
        if (story.Then is not ("contacted" or "wrote-again"))
            return;
        await commands.RecordFirstContactAsync(Next(30), new FirstContact(ContactWay.Call, null, "They are safe for now. Agreed to speak again on Thursday.", null), cancellationToken);
        if (story.Again is not { } again)
            return;
        var at = _then.Now.AddHours(3);
        await conversation.AddAsync(made.First, again, at, cancellationToken);
        await commands.AddMessageAsync(made.First.Id, new ReporterMessage($"{made.First.Thread}/{made.First.Turns.Last + 1}", again, [], at, true, false), cancellationToken);
    }

    private ReportDraft Draft(DemoStory story, int number, DateTimeOffset sentAt)
    {
        var draft = new ReportDraft { Id = Guid.NewGuid(), StartedAt = sentAt.AddMinutes(-20), AccountFinished = true };
        foreach (var part in story.Account)
            draft = draft.WithAccount(part, sentAt.AddMinutes(-15));
        foreach (var question in story.Answers.Keys.Union(story.Words.Keys))
        {
            var words = story.Words.GetValueOrDefault(question);
            draft = draft.With(new Answer
            {
                Question = question,
                Kind = AnswerKind.Given,
                Words = words,
                Choices = story.Answers.GetValueOrDefault(question, []),
                When = question == Question.WhereAndWhen && words is not null ? _extractor.When(words, sentAt) : null,
                Place = question == Question.WhereAndWhen ? words?.Split(',')[0] : null,
                At = sentAt.AddMinutes(-5),
            });
        }

        return draft.With(Contact(story, number, sentAt));
    }

    // Numbers and addresses that Ofcom and RFC 2606 keep free for stories.
    private Answer Contact(DemoStory story, int number, DateTimeOffset sentAt)
    {
        var name = _stories.Names[number % _stories.Names.Length];
        var contact = story.Contact switch
        {
            "anonymous" => new ContactDetails { Anonymous = true },
            "email" => new ContactDetails { Name = name, Email = string.Create(CultureInfo.InvariantCulture, $"person{number}@example.com") },
            _ => new ContactDetails { Name = name, Phone = string.Create(CultureInfo.InvariantCulture, $"07700900{number % 1000:000}") },
        };
        var words = contact.Anonymous ? "I would rather stay anonymous" : $"{name}, {contact.Phone ?? contact.Email}";
        return new Answer { Question = Question.Contact, Kind = AnswerKind.Given, Words = words, Contact = contact, At = sentAt.AddMinutes(-2) };
    }
}
