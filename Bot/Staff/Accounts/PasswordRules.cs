using Microsoft.AspNetCore.Identity;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>
/// What a password must be: 12 to 200 characters, none of the usual ones and not the person's own name. No rules about kinds of characters,
/// which make passwords worse (NCSC password guidance).
/// </summary>
public sealed class PasswordRules : IPasswordValidator<StaffMember>
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>The most characters: hashing costs the same for all, reading does not.</summary>
    public const int Longest = 200;

    // What is left of the usual passwords once digits, signs and look-alikes are taken off; a long one is mostly one of these and "12345".
    private static readonly HashSet<string> Usual = new(StringComparer.Ordinal)
    {
        "", "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "abcdefghijkl", "abcdefghijklm", "access", "admin", "administrator",
        "adminadmin", "asdf", "asdfgh", "asdfghjkl", "baseball", "basketball", "changeme", "chelsea", "christmas", "computer", "correcthorsebatterystaple",
        "default", "dragon", "england", "everton", "football", "footballer", "hello", "helloworld", "housing", "iloveyou", "iloveyousomuch",
        "internet", "kent", "letmein", "letmeinletmein", "letmeinnow", "liverpool", "liverpoolfc", "login", "london", "manchester", "manchesterunited",
        "manunited", "master", "maidstone", "monkey", "mypassword", "newcastle", "newpassword", "nopassword", "pass", "passpass", "passphrase", "password",
        "passwordpassword", "passw", "princess", "qazwsx", "qazwsxedc", "qazwsxedcrfv", "qwer", "qwerty", "qwertyqwerty", "qwertyuiop", "qwertyuiopasdfghjkl",
        "qwertyuiopasdf", "reportbot", "reportbotreportbot", "rangers", "secret", "sevenoaks", "shadow", "spring", "starwars", "summer", "sunshine",
        "superman", "superstar", "temp", "temporary", "test", "tester", "testing", "testtest", "thisisapassword", "tottenham", "trustno", "unknown",
        "usuario", "welcome", "welcometo", "westkent", "westkenthousing", "westkentwestkent", "whatever", "winter", "autumn", "zxcvbnm", "zaqwsx", "zaqxsw",
    };

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(Problem(user.Name, password) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = problem })
            : IdentityResult.Success);
    }

    /// <summary>What is wrong with a password, in words for the person; null when it will do.</summary>
    public static string? Problem(string name, string? password)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (password is null || password.Length < Shortest)
            return $"Use at least {Shortest} characters. Three or four words that do not belong together work well.";
        if (password.Length > Longest)
            return $"Use at most {Longest} characters.";
        if (password.Distinct().Count() < 5 || Usual.Contains(Core(password)))
            return "This password is too easy to guess. Use three or four words that do not belong together.";
        return HoldsLittleBut(name, password) ? "Do not use your own name as the password." : null;
    }

    private static string Core(string password)
    {
#pragma warning disable CA1308 // The list is in lower case.
        var lower = password.ToLowerInvariant();
#pragma warning restore CA1308
        var plain = Letters(lower);
        if (Usual.Contains(plain))
            return plain;
        var word = lower.Trim([.. lower.Where(c => !char.IsLetter(c))]);
        return Letters(word.Replace('@', 'a').Replace('4', 'a').Replace('3', 'e').Replace('0', 'o').Replace('$', 's').Replace('5', 's').Replace('1', 'i').Replace('!', 'i'));
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetter)]);

    private static bool HoldsLittleBut(string name, string password) =>
        name.Split(' ').Where(part => part.Length > 2).Any(part =>
            password.Contains(part, StringComparison.OrdinalIgnoreCase)
            && password.Replace(part, "", StringComparison.OrdinalIgnoreCase).Count(char.IsLetter) < 6);
}
