using ReportBot.Bot.Cases;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Conversations;
using ReportBot.Dialogs.Reporting;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Entering;

/// <summary>Makes a case of what staff entered, and a conversation on the website in which the person is answered.</summary>
public sealed class ReportEntry(Reports reports, CaseCommands commands, ICaseStore store, TurnRunner turns, ReturnCodes codes, EntryFiles files)
{
    /// <summary>
    /// Sends what was entered, with the files that were added to it. Each step may be done again and changes nothing then, so that a press that was cut off is finished by the next.
    /// Throws <see cref="IOException"/> when it could not be stored, and <see cref="InvalidOperationException"/> for what is not in order.
    /// </summary>
    public async Task<CaseOutcome> SendAsync(StaffActor actor, EntryReading read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(read);
        if (read.Arrival is not { } arrival || !read.Problems.IsEmpty)
            throw new InvalidOperationException("What is not in order is not sent.");
        var report = reports.Send(
            await files.WithFilesAsync(read.Told, cancellationToken),
            new ReportOrigin(EntryFiles.ThreadOf(read.Told.Id), new TurnRange(1, 1), WebsiteMessage.Channel, arrival.At) { Arrival = arrival },
            read.Reading,
            servicesShown: []);
        if (await FindAsync(report.Id, cancellationToken) is { } sent && !IsTheSame(sent, report))
            return new EnteredAlready(sent);
        var outcome = await commands.EnterAsync(actor, report, read.Spoke, cancellationToken);
        if (outcome is CaseDone { Case: var full })
        {
            var entered = full.Reports.First(known => known.Id == report.Id);
            await turns.OpenAsync(
                report.Thread,
                report.Id.ToString("N"),
                async (_, turn, token) =>
                {
                    await Sending.EnteredAsync(turn, entered, token);
                    return true;
                },
                cancellationToken);
        }

        return outcome;
    }

    /// <summary>The return code of a report that was entered; null when none was issued.</summary>
    public Task<string?> CodeOfAsync(Report report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        return codes.IssuedInAsync(report.Thread, cancellationToken);
    }

    private async Task<Report?> FindAsync(Guid report, CancellationToken cancellationToken) =>
        await store.FindByReportAsync(report, cancellationToken) is { } id ? (await store.FindAsync(id, cancellationToken))?.Reports.FirstOrDefault(known => known.Id == report) : null;

    private static bool IsTheSame(Report one, Report other) => one.Arrival == other.Arrival && one.Told.AccountText == other.Told.AccountText
        && one.Told.Files.Select(file => file.Id).SequenceEqual(other.Told.Files.Select(file => file.Id))
        && one.Told.Answers.Length == other.Told.Answers.Length && one.Told.Answers.All(answer => IsTheSame(answer, other.Told[answer.Question]));

    private static bool IsTheSame(Answer one, Answer? other) => other is not null && one.Kind == other.Kind && one.Words == other.Words && one.Place == other.Place
        && one.Contact == other.Contact && one.Choices.AsSpan().SequenceEqual(other.Choices.AsSpan());
}

/// <summary>The report was sent already, and something else was typed since; nothing was changed.</summary>
/// <param name="Sent">The report as it was sent.</param>
public sealed record EnteredAlready(Report Sent) : CaseOutcome;
