using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Alerts;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>How alerts reach whoever is signed in.</summary>
public sealed partial class AccountModel
{
    /// <summary>True when alerts are e-mailed at all.</summary>
    public bool MailsAlerts => alerts.Smtp.IsOn;

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
            Refusal = "Your account was changed in another window at the same time. Nothing was changed here. Save again.";
        Email = email;
        return Page();
    }

    private string? AlertsDone(string? done)
    {
        Email = Member.AlertEmail;
        return done == "alerts" ? "How alerts reach you is saved." : null;
    }
}
