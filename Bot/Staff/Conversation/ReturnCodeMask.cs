using System.Text.RegularExpressions;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff.Conversation;

/// <summary>
/// Takes return codes out of words before staff read them: a code opens the reporter's side, which is nobody else's. It knows a code by its
/// shape, so something else of that shape goes with it; four plain words of four letters do not.
/// </summary>
public static partial class ReturnCodeMask
{
    /// <summary>What stands in a code's place.</summary>
    public const string Hidden = "[return code]";

    /// <summary>The words without return codes.</summary>
    public static string Hide(string words) => Shape().Replace(words, match => IsCode(match.Value) ? Hidden : match.Value);

    private static bool IsCode(string text) => ReturnCode.TryParse(text, out _) && (text.Contains('-', StringComparison.Ordinal) || text.Any(char.IsAsciiDigit));

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9A-Za-z]{4}(?:[ \u00a0\-\u2010\u2011\u2013]?[0-9A-Za-z]{4}){3}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
