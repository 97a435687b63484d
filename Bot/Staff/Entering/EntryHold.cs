using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff.Entering;

/// <summary>
/// Keeps what was typed when the session ended before it was sent. The form carries a sealed word of whose it is, good for a day; without it
/// nothing is kept, so that nobody can put words into somebody else's form.
/// </summary>
public sealed class EntryHold(IDataProtectionProvider protection, EntryDrafts drafts, TimeProvider clock)
{
    /// <summary>Where the form is.</summary>
    public const string Address = "/staff/report";

    private readonly IDataProtector _protector = protection.CreateProtector("ReportBot.Staff.Entry.v1");

    /// <summary>What the form of a member of staff carries.</summary>
    public string For(StaffActor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{actor.Who.Id:N} {(clock.GetUtcNow() + EntryDrafts.Kept).ToUnixTimeSeconds()}"));
    }

    /// <summary>Keeps the form of a request that nobody is signed in for; false when it is none of ours.</summary>
    public async Task<bool> KeepAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.StartsWithSegments(Address, StringComparison.Ordinal) || !context.Request.HasFormContentType)
            return false;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Open(form["hold"]) is not { } staff || EntryForms.Read(form, clock.GetUtcNow()) is not { } draft)
            return false;
        // What was typed last stands, in whichever tab.
        while (!await drafts.KeepAsync(staff, draft))
            draft = draft with { Version = drafts.Find(staff)?.Version ?? 0 };
        return true;
    }

    private Guid? Open(string? hold)
    {
        if (string.IsNullOrEmpty(hold))
            return null;
        try
        {
            return _protector.Unprotect(hold).Split(' ') is [var staff, var until] && clock.GetUtcNow().ToUnixTimeSeconds() < long.Parse(until, CultureInfo.InvariantCulture)
                ? Guid.Parse(staff) : null;
        }
        catch (CryptographicException)
        {
            return null; // Forged.
        }
    }
}
