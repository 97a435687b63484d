using System.Collections.Immutable;
using System.Text;
using ReportBot.Bot.Cases;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Redaction;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff;

/// <summary>
/// Copies of what a person wrote, to be shared with other bodies (policy 7.1): without names, numbers, addresses and contact details. What the
/// case knows of its reporters and of the people involved is masked wherever it stands, in capitals or not. The originals stay as they are.
/// </summary>
public sealed class CopiesToShare(IRedactor redactor)
{
    private const int ShortestName = 2;

    /// <summary>The copies of all that was written in a case: the accounts and what came after sending, by the original's words.</summary>
    public async Task<ImmutableDictionary<string, string>> OfAsync(Case full, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(full);
        var names = full.Reports.Select(report => report.Told[Question.Contact]?.Contact?.Name).Concat(full.Circumstances.Added.Select(added => added.Answer.Contact?.Name)).Concat(full.Involved.Select(one => one.Person.Name)).SelectMany(NamesOf).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var words = full.Reports.SelectMany(report => WordsOf(full, report)).Distinct(StringComparer.Ordinal);
        // Each may ask a service outside, so none waits for another.
        var copies = await Task.WhenAll(words.Select(async text => (text, (await redactor.RedactAsync(text, cancellationToken)).With(text, Standing(text, names)).Text)));
        return copies.ToImmutableDictionary(copy => copy.text, copy => copy.Text, StringComparer.Ordinal);
    }

    /// <summary>One report's copy as a plain text file, its parts in order.</summary>
    public async Task<string> FileOfAsync(Case full, Report report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var copies = await OfAsync(full, cancellationToken);
        var text = new StringBuilder($"Report {report.Reference}. A copy without names, numbers, addresses and contact details.\n");
        foreach (var words in WordsOf(full, report))
            text.Append('\n').Append(copies[words]).Append('\n');
        return text.ToString();
    }

    /// <summary>What a person wrote in a report, in order: the account, then what came after sending.</summary>
    private static IEnumerable<string> WordsOf(Case full, Report report) =>
        report.Told.Account.Select(part => part.Words)
            .Concat(full.History.OfType<MessageReceived>().Where(message => message.Report == report.Id).Select(message => message.Words))
            .Where(words => words.Length > 0);

    private static IEnumerable<string> NamesOf(string? name) =>
        (name ?? "").Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(name => name.Length >= ShortestName);

    private static IEnumerable<Masked> Standing(string text, List<string> names)
    {
        foreach (var name in names)
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
                if (!IsLetter(text, at - 1) && !IsLetter(text, at + name.Length))
                    yield return new Masked(MaskedKind.Name, new Span(at, name.Length));
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);
}
