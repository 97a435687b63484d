namespace ReportBot.Bot.AzureLanguage;

/// <summary>A part of a text that is sent as one document.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Words">The part.</param>
internal readonly record struct TextPart(int Start, string Words);

/// <summary>Cuts texts into documents without cutting a character in two.</summary>
internal static class TextParts
{
    /// <summary>The beginning of a text, at most so many characters.</summary>
    public static string Start(string text, int most) => text[..End(text, 0, most)];

    /// <summary>The text in parts of at most so many characters, cut between words where there are any.</summary>
    public static IEnumerable<TextPart> Of(string text, int most)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = End(text, start, most);
            if (end < text.Length && text.AsSpan(start, end - start).LastIndexOfAny(' ', '\n') is var space and > 0)
                end = start + space + 1;
            yield return new TextPart(start, text[start..end]);
            start = end;
        }
    }

    private static int End(string text, int start, int most)
    {
        if (text.Length - start <= most)
            return text.Length;
        return char.IsHighSurrogate(text[start + most - 1]) ? start + most - 1 : start + most;
    }
}
