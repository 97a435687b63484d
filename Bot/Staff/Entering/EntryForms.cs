using System.Collections.Immutable;
using System.Globalization;

namespace ReportBot.Bot.Staff.Entering;

/// <summary>Reads what was typed into the form of a report, all of it, whether or not it is in order.</summary>
public static class EntryForms
{
    /// <summary>The most characters of what happened, as in the conversation.</summary>
    public const int LongestAccount = 20_000;

    private const string Box = "t.";
    private const string Tick = "c.";
    private const int MostFields = 200;

    /// <summary>The name a box is sent under.</summary>
    public static string NameOf(string box) => Box + box;

    /// <summary>The name the choices of a question are sent under.</summary>
    public static string NameOfChoice(string question) => Tick + question;

    /// <summary>True for the name of a box that words are written in.</summary>
    public static bool HoldsWords(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(Box, StringComparison.Ordinal) && name[Box.Length..] is not (EntryBox.Way or EntryBox.At);
    }

    /// <summary>The draft in a form; null when it is no form of ours.</summary>
    public static EntryDraft? Read(IFormCollection form, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!Guid.TryParse(form["report"], out var id) || id == Guid.Empty || form.Count > MostFields
            || !long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return null;
        var typed = ImmutableDictionary.CreateBuilder<string, string>();
        var chosen = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        foreach (var (name, values) in form)
            if (name.StartsWith(Box, StringComparison.Ordinal) && values.ToString() is { Length: > 0 and <= LongestAccount * 2 } words)
                typed[name[Box.Length..]] = words.ReplaceLineEndings("\n");
            else if (name.StartsWith(Tick, StringComparison.Ordinal) && values.OfType<string>().Where(value => value.Length is > 0 and <= 40).ToImmutableArray() is { IsEmpty: false } ticked)
                chosen[name[Tick.Length..]] = ticked;
        return new EntryDraft { Id = id, Version = version, StartedAt = now, Typed = typed.ToImmutable(), Chosen = chosen.ToImmutable() };
    }
}

/// <summary>The boxes of the form that belong to no question of the conversation.</summary>
public static class EntryBox
{
    /// <summary>How it arrived.</summary>
    public const string Way = "way";

    /// <summary>When it arrived.</summary>
    public const string At = "at";

    /// <summary>Who told it.</summary>
    public const string ToldBy = "told-by";

    /// <summary>What happened.</summary>
    public const string Account = "account";

    /// <summary>Where.</summary>
    public const string Place = "place";

    /// <summary>When.</summary>
    public const string When = "when";

    /// <summary>The name of the person.</summary>
    public const string Name = "name";

    /// <summary>Their phone number.</summary>
    public const string Phone = "phone";

    /// <summary>Their e-mail address.</summary>
    public const string Email = "email";

    /// <summary>What came of speaking with them.</summary>
    public const string Outcome = "outcome";

    /// <summary>The tick that staff spoke with the person as it was told.</summary>
    public const string Spoke = "spoke";

    /// <summary>The value of a tick.</summary>
    public const string Yes = "yes";
}
