using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Alerts;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>How alerts reach whoever is signed in.</summary>
public sealed partial class AccountModel
{
    private const string ChangedMeanwhile = "Your account was changed in another window at the same time. Nothing was changed here. Press again.";

    /// <summary>True when alerts are e-mailed at all.</summary>
    public bool MailsAlerts => alerts.Smtp.IsOn;

    /// <summary>True when browsers are alerted at all.</summary>
    public bool PushesAlerts => alerts.Push.IsOn;

    /// <summary>The key a browser binds its notifications to, base64url.</summary>
    public string PushKey => store.PushKey.Public;

    /// <summary>What stands in the box for the e-mail address.</summary>
    public string? Email { get; private set; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? EmailProblem { get; private set; }

    /// <summary>What was just done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Sets where alerts are e-mailed; an empty box for nowhere.</summary>
    public async Task<IActionResult> OnPostEmailAsync([FromForm] string? email)
    {
        Member = await CurrentAsync();
        var read = AlertAddresses.ReadEmail(email);
        if (read is null && !string.IsNullOrWhiteSpace(email))
            EmailProblem = "Write an e-mail address, such as name@example.org, or nothing.";
        else if (await addresses.SetEmailAsync(Member, read, HttpContext.RequestAborted))
            return Redirect("/staff/account?done=alerts");
        else
            Refusal = ChangedMeanwhile;
        Email = email;
        return Page();
    }

    /// <summary>Alerts in the browser this comes from.</summary>
    public async Task<IActionResult> OnPostPushAsync([FromForm] string? endpoint, [FromForm] string? key, [FromForm] string? secret)
    {
        Member = await CurrentAsync();
        if (addresses.ReadPush(endpoint, key, secret) is not { } browser)
            Refusal = "Not turned on: this browser's notification service is not one that is set up here. Give an e-mail address, or tell whoever runs the service.";
        else if (await addresses.AddPushAsync(Member, browser, HttpContext.RequestAborted))
            return Redirect("/staff/account?done=alerts");
        else
            Refusal = ChangedMeanwhile;
        Email = Member.AlertEmail;
        return Page();
    }

    /// <summary>Alerts in no browser any more.</summary>
    public async Task<IActionResult> OnPostNoPushAsync()
    {
        Member = await CurrentAsync();
        if (await addresses.ClearPushesAsync(Member, HttpContext.RequestAborted))
            return Redirect("/staff/account?done=alerts");
        (Refusal, Email) = (ChangedMeanwhile, Member.AlertEmail);
        return Page();
    }

    private string? AlertsDone(string? done)
    {
        Email = Member.AlertEmail;
        return done == "alerts" ? "How alerts reach you is saved." : null;
    }
}
