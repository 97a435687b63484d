using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>Reports, cases and staff to begin a test with.</summary>
public static class Given
{
    /// <summary>Monday 23 November 2026, 09:30 in London.</summary>
    public static readonly DateTimeOffset Sent = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    public static readonly StaffRef Amira = new(new Guid("0b8f0c52-0000-4000-8000-000000000001"), "Amira Khan");

    public static readonly StaffRef Ben = new(new Guid("0b8f0c52-0000-4000-8000-000000000002"), "Ben Okafor");

    public static StaffActor Caseworker(StaffRef who) => new(who, StaffRole.Caseworker);

    public static StaffActor Manager(StaffRef who) => new(who, StaffRole.Manager);

    public static Report Report(
        Guid? id = null, Queue queue = Queue.CommunitySafety, RiskBand risk = RiskBand.Standard, DateTimeOffset? due = null,
        bool finished = true, string account = "He shouted at me again.")
    {
        var report = id ?? Guid.NewGuid();
        var promised = due ?? new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero);
        return new Report
        {
            Id = report,
            Reference = ReferenceNumber.Of(report),
            Thread = "thread-0123456789abcde",
            Turns = new TurnRange(1, 9),
            IsFinished = finished,
            Channel = "webchat",
            SentAt = Sent,
            Promise = new ContactPromise(promised, DateOnly.FromDateTime(promised.UtcDateTime), new TimeOnly(17, 0)),
            Told = Draft(report, account),
            SuggestedCharacteristics = [new Suggestion("race", ["go back"], 0.9)],
            Risk = new RiskAssessment(3, risk, [new RiskReason("repeat", 3, "again")]),
            Queue = queue,
        };
    }

    public static ReportDraft Draft(Guid id, string account) => new ReportDraft { Id = id, StartedAt = Sent.AddMinutes(-10) }
        .WithAccount(account, Sent.AddMinutes(-8))
        .With(new Answer { Question = Question.Perception, Kind = AnswerKind.Given, Choices = ["race", "religion"], At = Sent.AddMinutes(-3) })
        .With(new Answer
        {
            Question = Question.Contact, Kind = AnswerKind.Given, Words = "Sam, 07700 900123", At = Sent.AddMinutes(-1),
            Contact = new ContactDetails { Name = "Sam", Phone = "07700900123" },
        });

    public static Case Case(Report report) => CaseReception.Receive(null, Bot.Cases.Case.IdOf(report.Id), report, Sent, CaseTimes.Standard)!;

    public static AuditEntry Audit(Case about) => new(Sent, null, AuditAction.ReportReceived, about.Id);
}
