using System.Text.Json;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class ReportingJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 19, 30, 0, TimeSpan.Zero);

    private static ReportDraft Full => new()
    {
        Id = new Guid("7d6d1dd2-7c3b-4a8e-9a3e-0d5b8f0f5d11"),
        StartedAt = At,
        Account = [new AccountPart("He shouted at me \"again\".\nOn the stairs – twice.", At), new AccountPart("And he spat.", At.AddMinutes(1))],
        AccountFinished = true,
        Answers =
        [
            new Answer { Question = Question.Safety, Kind = AnswerKind.Given, Choices = [SafetyChoice.Safe], At = At },
            new Answer { Question = Question.Effect, Kind = AnswerKind.Skipped, At = At },
            new Answer
            {
                Question = Question.Perception, Kind = AnswerKind.NotSure, Words = "I don't know", Choices = ["race", "religion"], FromAccount = true,
                Suggested = [new Suggestion("race", ["go home"], 0.8)], At = At,
            },
            new Answer
            {
                Question = Question.WhereAndWhen, Kind = AnswerKind.Given, At = At, Place = "outside the shop",
                When = new IncidentTime("last Tuesday about 6", new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 17), new TimeOnly(18, 0), true, false),
            },
            new Answer
            {
                Question = Question.Contact, Kind = AnswerKind.Given, At = At,
                Contact = new ContactDetails { Name = "A Name", Phone = "07700900123", Email = "a@example.org" },
            },
        ],
        Files = [new EvidenceFile("f1", "image/jpeg", "photo.jpg", At)],
        WantsMoreQuestions = true,
    };

    private static Report Sent => new()
    {
        Id = Full.Id,
        Reference = ReferenceNumber.Of(Full.Id),
        Thread = "thread",
        Turns = new TurnRange(1, 14),
        Channel = "webchat",
        SentAt = At,
        Promise = ContactPromises.Standard.For(At),
        Told = Full,
        SuggestedCharacteristics = [new Suggestion("race", ["go home"], 0.8)],
        SuggestedBehaviours = [new Suggestion("1", ["shouted"], 0.9)],
        Risk = new RiskAssessment(0, RiskBand.High, [new RiskReason("weapon", 12, "a knife"), new RiskReason("repeat", 3, null)]),
        Queue = Queue.Urgent,
        ServicesShown = ["galop"],
    };

    [Fact]
    public void Reads_back_a_draft_as_it_was_written()
    {
        var json = JsonSerializer.Serialize(Full, ReportingJsonContext.Default.ReportDraft);

        var read = JsonSerializer.Deserialize(json, ReportingJsonContext.Default.ReportDraft)!;

        Assert.Equal(json, JsonSerializer.Serialize(read, ReportingJsonContext.Default.ReportDraft));
        Assert.Equal(Full.Account.ToArray(), read.Account.ToArray());
        Assert.Equal(Full.Files.ToArray(), read.Files.ToArray());
        Assert.Equal(Full.Answers.Select(Flat), read.Answers.Select(Flat));
        Assert.Equal("Race, Religion", string.Join(", ", read.Perceived));
    }

    [Fact]
    public void Reads_back_a_report_as_it_was_written()
    {
        var json = JsonSerializer.Serialize(Sent, ReportingJsonContext.Default.Report);

        var read = JsonSerializer.Deserialize(json, ReportingJsonContext.Default.Report)!;

        Assert.Equal(json, JsonSerializer.Serialize(read, ReportingJsonContext.Default.Report));
        Assert.Equal((Sent.Reference, Sent.Promise, Sent.Queue, Sent.Risk.Band, Sent.Risk.Score), (read.Reference, read.Promise, read.Queue, read.Risk.Band, read.Risk.Score));
        Assert.Equal(Sent.Risk.Reasons.ToArray(), read.Risk.Reasons.ToArray());
        Assert.Equal(Sent.ServicesShown.ToArray(), read.ServicesShown.ToArray());
    }

    public static TheoryData<Queue, RiskBand, AnswerKind, PromiseBasis> EveryValue
    {
        get
        {
            var data = new TheoryData<Queue, RiskBand, AnswerKind, PromiseBasis>();
            foreach (var queue in Enum.GetValues<Queue>())
                foreach (var band in Enum.GetValues<RiskBand>())
                    foreach (var kind in Enum.GetValues<AnswerKind>())
                        foreach (var basis in Enum.GetValues<PromiseBasis>())
                            data.Add(queue, band, kind, basis);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryValue))]
    public void Keeps_every_value_of_every_enumeration(Queue queue, RiskBand band, AnswerKind kind, PromiseBasis basis)
    {
        var report = Sent with
        {
            Queue = queue, Risk = Sent.Risk with { Band = band }, Promise = Sent.Promise with { Basis = basis },
            Told = Full.With(Full[Question.Effect]! with { Kind = kind }),
        };

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(report, ReportingJsonContext.Default.Report), ReportingJsonContext.Default.Report)!;

        Assert.Equal((queue, band, kind, basis), (read.Queue, read.Risk.Band, read.Told[Question.Effect]!.Kind, read.Promise.Basis));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keeps_whether_a_report_is_finished(bool finished)
    {
        var json = JsonSerializer.Serialize(Sent with { IsFinished = finished }, ReportingJsonContext.Default.Report);

        Assert.Equal(finished, JsonSerializer.Deserialize(json, ReportingJsonContext.Default.Report)!.IsFinished);
    }

    [Fact]
    public void Leaves_out_what_is_null_or_default_and_what_is_worked_out()
    {
        var draft = new ReportDraft { Id = Full.Id, StartedAt = At }.With(new Answer { Question = Question.Effect, Kind = AnswerKind.Given, At = At });

        var json = JsonSerializer.Serialize(draft, ReportingJsonContext.Default.ReportDraft);

        Assert.Contains("\"kind\":\"Given\"", json, StringComparison.Ordinal);
        foreach (var absent in new[] { "accountFinished", "words", "when", "contact", "fromAccount", "accountText", "perceived", "wantsMoreQuestions", "null" })
            Assert.DoesNotContain(absent, json, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_missing_members_as_empty()
    {
        const string Json = """{"id":"7d6d1dd2-7c3b-4a8e-9a3e-0d5b8f0f5d11","startedAt":"2026-11-22T19:30:00+00:00","answers":[{"question":"effect","kind":"Given","at":"2026-11-22T19:30:00+00:00","suggested":[{"value":"race","confidence":0.5}]}],"notThoughtOfYet":{"a":[1]}}""";

        var read = JsonSerializer.Deserialize(Json, ReportingJsonContext.Default.ReportDraft)!;

        Assert.Empty(read.Account);
        Assert.Empty(read.Files);
        Assert.Equal("", read.AccountText);
        Assert.Empty(read.Perceived);
        Assert.Empty(read[Question.Effect]!.Choices);
        Assert.Empty(read[Question.Effect]!.Suggested[0].Evidence);
        Assert.Single(read.WithAccount("More", At).Account);
    }

    [Fact]
    public void Reads_a_report_without_its_lists_as_one_with_empty_lists()
    {
        var json = JsonSerializer.Serialize(Sent, ReportingJsonContext.Default.Report);
        var node = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        foreach (var list in new[] { "suggestedCharacteristics", "suggestedBehaviours", "servicesShown" })
            Assert.True(node.Remove(list));
        Assert.True(node["risk"]!.AsObject().Remove("reasons"));

        var read = JsonSerializer.Deserialize(node.ToJsonString(), ReportingJsonContext.Default.Report)!;

        Assert.Empty(read.SuggestedCharacteristics);
        Assert.Empty(read.SuggestedBehaviours);
        Assert.Empty(read.ServicesShown);
        Assert.Empty(read.Risk.Reasons);
    }

    [Theory]
    [InlineData("""{"startedAt":"2026-11-22T19:30:00+00:00"}""")]
    [InlineData("""{"id":"not an id","startedAt":"2026-11-22T19:30:00+00:00"}""")]
    public void Refuses_a_draft_without_its_id(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ReportingJsonContext.Default.ReportDraft));

    [Fact]
    public void Never_leaves_a_list_unset_however_a_draft_is_made()
    {
        var draft = new ReportDraft { Id = Full.Id, StartedAt = At, Account = default, Answers = default, Files = default };

        Assert.Empty(draft.Account);
        Assert.Empty(draft.Answers);
        Assert.Empty(draft.Files);
    }

    private static string Flat(Answer answer) =>
        $"{answer with { Choices = [], Suggested = [] }} {string.Join(',', answer.Choices)} {string.Join(',', answer.Suggested.Select(s => $"{s.Value} {string.Join('/', s.Evidence)} {s.Confidence}"))}";
}
