using System.Text;
using Microsoft.AspNetCore.Identity;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>
/// A member of staff's name: 2 to 60 letters, spaces, apostrophes, hyphens and full stops. Two names that look the same are the same.
/// </summary>
public static class StaffName
{
    /// <summary>The name trimmed, each run of spaces one; null when it is no name.</summary>
    public static string? Read(string? typed)
    {
        var name = string.Join(' ', (typed ?? "").Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return name.Length is >= 2 and <= 60 && name.Any(char.IsLetter) && name.All(IsAllowed) ? name : null;
    }

    private static bool IsAllowed(char c) => char.IsLetter(c) || char.IsDigit(c) || c is ' ' or '\'' or '’' or '-' or '.'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}

/// <summary>Makes one form of a name however it is typed, for finding the account.</summary>
internal sealed class StaffNameNormaliser : ILookupNormalizer
{
    // Empty for what cannot be a name: no account has that.
    public string? NormalizeName(string? name) => StaffName.Read(name)?.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Replace('’', '\'') ?? "";

    // Accounts have no e-mail address.
    public string? NormalizeEmail(string? email) => null;
}
