using System.Collections.Immutable;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Conversations;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Demo;

/// <summary>
/// Fills an empty data folder with made-up cases, as if they had come in over the last days, or years when there are many. The newest have
/// their conversations too; what is older than a week was answered in time, and most of what is older than two months is closed.
/// </summary>
internal sealed class DemoCases(ICaseStore store, ITurnStore turns, ActivityJson json, TimeProvider clock)
{
    private const int WithConversation = 240;
    private const int CasesAtOnce = 2000;
    private static readonly TimeSpan Round = TimeSpan.FromHours(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(5 * 365);

    private readonly DemoStories _stories = DemoStories.Embedded();
    private readonly Reports _reports = new(ContactPromises.Standard, RiskRules.Embedded);
    private readonly Extractor _extractor = new();
    private readonly Recogniser _recogniser = new();

    /// <summary>The names of the made-up staff who have worked on them.</summary>
    public static ImmutableArray<(string Name, StaffRole Role)> Staff { get; } =
        [("Amira Khan", StaffRole.Caseworker), ("Ben Okafor", StaffRole.Caseworker), ("Noor Ali", StaffRole.Safeguarding), ("Grace Adeyemi", StaffRole.Manager)];

    /// <summary>Makes the cases, each round of the stories told a little earlier than the one before.</summary>
    public async Task FillAsync(int cases, IReadOnlyList<StaffActor> staff, CancellationToken cancellationToken)
    {
        var (now, people) = (clock.GetUtcNow(), new DemoPeople(_stories));
        var readings = _stories.Stories.ToDictionary(story => story, story => ReadingOf(story, now));
        var round = TimeSpan.FromTicks(Math.Min(Round.Ticks, Longest.Ticks / ((cases / _stories.Stories.Length) + 1)));
        for (var first = 0; first < cases; first += CasesAtOnce)
        {
            var made = new DemoCase[Math.Min(CasesAtOnce, cases - first)];
            Parallel.For(0, made.Length, i =>
            {
                var number = first + i;
                var story = _stories.Stories[number % _stories.Stories.Length];
                var sentAt = now.AddHours(-story.HoursAgo).AddMinutes(-(number * 7 % 60)) - (round * (number / _stories.Stories.Length));
                var report = Report(story, readings[story], people, number, sentAt);
                made[i] = new DemoCase(story, new DemoWork(report, staff[number % staff.Count], now).Done(DemoStages.Of(story, now - sentAt, number), story.Again, number));
            });
            await store.AddManyAsync([.. made.Select(one => one.Case)], cancellationToken);
            if (first < WithConversation)
                foreach (var one in made.Take(WithConversation - first))
                    await TalkAsync(one, cancellationToken);
        }
    }

    private async Task TalkAsync(DemoCase made, CancellationToken cancellationToken)
    {
        var conversation = new DemoConversation(turns, json, _stories);
        await conversation.WriteAsync(made.Case.First, cancellationToken);
        foreach (var message in made.Case.History.OfType<MessageReceived>())
            await conversation.AddAsync(made.Case.First, message.Words, message.At, cancellationToken);
    }

    private Report Report(DemoStory story, AccountReading reading, DemoPeople people, int number, DateTimeOffset sentAt)
    {
        var draft = Draft(story, people, number, sentAt);
        var origin = new ReportOrigin(DemoConversation.NewThread(), new TurnRange(1, DemoConversation.TurnsOf(draft)), story.Channel, sentAt);
        return _reports.Send(draft, origin, reading, []);
    }

    private AccountReading ReadingOf(DemoStory story, DateTimeOffset now)
    {
        var account = string.Join('\n', story.Account);
        return new AccountReading { Recognised = _recogniser.Read(account), Extraction = _extractor.Read(account, now) };
    }

    private ReportDraft Draft(DemoStory story, DemoPeople people, int number, DateTimeOffset sentAt)
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

        draft = draft.With(people.Contact(story, number, sentAt.AddMinutes(-2)));
        return people.Address(story, number, sentAt.AddMinutes(-1)) is { } address ? draft.With(address) : draft;
    }

    private sealed record DemoCase(DemoStory Story, Case Case);
}
