using ReportBot.Bot.Staff.OpenId;

namespace ReportBot.Bot.Staff;

/// <summary>Words for signing in with the association's own accounts.</summary>
public static partial class StaffWords
{
    /// <summary>Why somebody who came back from the provider is not signed in.</summary>
    public static string Of(OpenIdRefusal refusal, string provider) => refusal switch
    {
        OpenIdRefusal.NoRole => $"{provider} knows you, but none of your groups there has a role here.",
        OpenIdRefusal.ManyRoles => $"Your groups at {provider} have different roles here, and one person has one role.",
        OpenIdRefusal.TooManyGroups => $"You are in more groups than {provider} tells us, so your role could not be read.",
        OpenIdRefusal.OtherTenant => "That account belongs to another organisation.",
        OpenIdRefusal.Ended => "Your account here was ended.",
        OpenIdRefusal.Cancelled => $"You turned back at {provider}. Nothing was changed.",
        OpenIdRefusal.Down => $"{provider} does not answer at the moment.",
        _ => $"What came back from {provider} was too old, was used before, or cannot be trusted.",
    };

    /// <summary>What to do then; null when nothing need be.</summary>
    public static string? NextAfter(OpenIdRefusal refusal, string provider, string askWhom) => refusal switch
    {
        OpenIdRefusal.NoRole or OpenIdRefusal.ManyRoles or OpenIdRefusal.Ended => $"Ask {askWhom}. A change counts the next time you sign in.",
        OpenIdRefusal.TooManyGroups => $"Ask {askWhom} for an app role, or that {provider} tells us only the groups assigned to this application.",
        OpenIdRefusal.OtherTenant => "Sign out there and choose your work account.",
        OpenIdRefusal.Down => "Try again in a few minutes, or sign in with a local account if you have one.",
        OpenIdRefusal.Untrusted => $"Begin again from the sign-in page. If it happens again, tell {askWhom}.",
        _ => null,
    };
}
