using System.Text.Json;
using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

public sealed class CaseDocumentTests
{
    // As the first version wrote it. Stored cases must open for ever: change the reader, never this.
    private const string FirstVersion = """
        {
          "id": "6f9619ff-8b86-d011-b42d-00c04fc964ff",
          "reports": [{
            "id": "0b8f0c52-0000-4000-8000-00000000000a", "reference": "HR-0000-0000", "thread": "AAAAAAAAAAAAAAAAAAAAAA", "turns": { "first": 1, "last": 4 },
            "isFinished": true, "channel": "webchat", "sentAt": "2026-11-23T09:30:00+00:00",
            "promise": { "due": "2026-11-24T17:00:00+00:00", "day": "2026-11-24", "time": "17:00:00" },
            "told": { "id": "0b8f0c52-0000-4000-8000-00000000000a", "startedAt": "2026-11-23T09:20:00+00:00", "account": [{ "words": "He shouted.", "at": "2026-11-23T09:25:00+00:00" }] },
            "risk": { "score": 1, "band": "Standard", "reasons": [] }, "queue": "CommunitySafety"
          }],
          "history": [
            { "event": "report-received", "report": "0b8f0c52-0000-4000-8000-00000000000a", "isFinished": true, "queue": "CommunitySafety", "risk": "Standard", "due": "2026-11-24T17:00:00+00:00", "command": "0b8f0c52-0000-4000-8000-00000000000a", "at": "2026-11-23T09:30:00+00:00" },
            { "event": "claimed", "command": "00000000-0000-4000-8000-000000000001", "at": "2026-11-23T10:00:00+00:00", "by": { "id": "0b8f0c52-0000-4000-8000-000000000001", "name": "Amira Khan" } },
            { "event": "contact-attempted", "way": "Call", "outcome": "NoAnswer", "triedAt": "2026-11-23T10:05:00+00:00", "command": "00000000-0000-4000-8000-000000000002", "at": "2026-11-23T10:06:00+00:00", "by": { "id": "0b8f0c52-0000-4000-8000-000000000001", "name": "Amira Khan" } },
            { "event": "note-added", "words": "Tried twice.", "command": "00000000-0000-4000-8000-000000000003", "at": "2026-11-23T10:07:00+00:00", "by": { "id": "0b8f0c52-0000-4000-8000-000000000001", "name": "Amira Khan" } },
            { "event": "first-contact-made", "way": "Call", "spokeAt": "2026-11-23T11:00:00+00:00", "outcome": "Spoke.", "command": "00000000-0000-4000-8000-000000000004", "at": "2026-11-23T11:01:00+00:00", "by": { "id": "0b8f0c52-0000-4000-8000-000000000001", "name": "Amira Khan" } },
            { "event": "message-received", "report": "0b8f0c52-0000-4000-8000-00000000000a", "words": "Thank you.", "command": "00000000-0000-4000-8000-000000000005", "at": "2026-11-23T12:00:00+00:00" },
            { "event": "messages-seen", "command": "00000000-0000-4000-8000-000000000006", "at": "2026-11-23T12:30:00+00:00", "by": { "id": "0b8f0c52-0000-4000-8000-000000000001", "name": "Amira Khan" } },
            { "event": "released", "reason": "On leave.", "command": "00000000-0000-4000-8000-000000000007", "at": "2026-11-23T13:00:00+00:00", "by": { "id": "0b8f0c52-0000-4000-8000-000000000001", "name": "Amira Khan" } }
          ]
        }
        """;

    [Fact]
    public void A_document_of_the_first_version_opens()
    {
        var full = JsonSerializer.Deserialize(FirstVersion, CaseJson.Default.Case)!;

        Assert.Equal("He shouted.", full.First.Told.AccountText);
        Assert.Equal(8, full.History.Length);
        Assert.Equal(
            (Queue.CommunitySafety, CaseState.Contacted, RiskBand.Standard, (StaffRef?)null),
            (full.Standing.Queue, full.Standing.State, full.Standing.Risk, full.Standing.Holder));
        Assert.Empty(full.First.Told.Answers);
        Assert.Empty(CaseSummary.Of(full).Perceived);
    }

    [Fact]
    public void Whatever_happened_reads_back_as_it_was_written()
    {
        var full = JsonSerializer.Deserialize(FirstVersion, CaseJson.Default.Case)!;

        var again = JsonSerializer.Deserialize(JsonSerializer.Serialize(full, CaseJson.Default.Case), CaseJson.Default.Case)!;

        Assert.Equal(full.History.Select(happened => happened.GetType()), again.History.Select(happened => happened.GetType()));
        Assert.Equal(full.Standing with { Unread = [] }, again.Standing with { Unread = [] });
    }

    [Fact]
    public void No_type_name_stands_in_a_document()
    {
        var json = JsonSerializer.Serialize(Given.Case(Given.Report()), CaseJson.Default.Case);

        Assert.DoesNotContain("ReportBot", json, StringComparison.Ordinal);
        Assert.Contains("\"event\":\"report-received\"", json, StringComparison.Ordinal);
    }
}
