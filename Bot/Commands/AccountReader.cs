using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Commands;

/// <summary>Reads accounts with everything that looks at a person's words.</summary>
internal sealed class AccountReader
{
    private readonly Recogniser _recogniser = new();
    private readonly WholeReader _whole;

    /// <summary>Ready to read.</summary>
    public AccountReader() => _whole = new WholeReader(_recogniser, new DangerWatch());

    /// <summary>What is recognised in an account.</summary>
    public RecognisedAccount Read(GivenAccount account)
    {
        var text = account.Text ?? "";
        var (recognised, danger) = _whole.Read(text);
        var evidence = recognised.Characteristics.SelectMany(found => Words(found.Characteristic.Label(), found.Evidence, text))
            .Concat(recognised.Behaviours.SelectMany(found => Words($"behaviour-{found.Behaviour}", found.Evidence, text)))
            .Concat(danger.IsEmergency ? Words("emergency", danger.Evidence, text) : []);
        return new RecognisedAccount(
            account.Id,
            [.. recognised.Characteristics.Select(found => found.Characteristic.Label())],
            [.. recognised.Behaviours.Select(found => found.Behaviour)],
            danger.IsEmergency,
            [.. evidence]);
    }

    /// <summary>What spoke for each characteristic of an account and against it, and what was seen of danger, in words over several lines.</summary>
    public string Explain(GivenAccount account)
    {
        var text = account.Text ?? "";
        var lines = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{account.Id}");
        foreach (var grounds in _recogniser.Explain(text).OrderByDescending(grounds => grounds.Confidence))
        {
            lines.AppendLine(CultureInfo.InvariantCulture, $"  {grounds.Characteristic.Label()}: {(grounds.IsSuggested ? "suggested" : "not suggested")}, {grounds.Confidence:P0} sure");
            Tell(lines, "for", text, grounds.Words.Where(words => words.Weight > 0));
            Tell(lines, "against", text, grounds.Words.Where(words => words.Weight < 0));
        }

        var (recognised, danger) = _whole.Read(text);
        foreach (var behaviour in recognised.Behaviours)
            lines.AppendLine(CultureInfo.InvariantCulture, $"  behaviour {behaviour.Behaviour} of policy 3.5: suggested by {Quoted(text, behaviour.Evidence)}");
        lines.Append(danger.Kind is DangerKind.None ? "  danger: none seen" : $"  danger: {danger.Kind}, by {Quoted(text, danger.Evidence)}");
        return lines.ToString();
    }

    private static void Tell(StringBuilder lines, string what, string text, IEnumerable<WeighedWords> words)
    {
        var told = string.Join(", ", words.Select(word => string.Create(CultureInfo.InvariantCulture, $"\"{word.Span.In(text)}\" {word.Weight:+0.0;-0.0}")));
        if (told.Length > 0)
            lines.AppendLine(CultureInfo.InvariantCulture, $"    {what}: {told}");
    }

    private static string Quoted(string text, IEnumerable<Span> spans) => string.Join(", ", spans.Select(span => $"\"{span.In(text)}\""));

    private static IEnumerable<RecognisedWords> Words(string what, ImmutableArray<Span> spans, string text) =>
        spans.Select(span => new RecognisedWords(what, span.Start, span.Length, span.In(text)));
}
