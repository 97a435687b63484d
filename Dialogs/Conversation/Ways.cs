namespace ReportBot.Dialogs.Conversation;

/// <summary>What can be said at any moment, whatever the question: the values of the quiet buttons beside it. A stored format.</summary>
public static class Ways
{
    /// <summary>To the question before.</summary>
    public const string Back = "!back";

    /// <summary>Past this question.</summary>
    public const string Skip = "!skip";

    /// <summary>See everything answered, and change any of it.</summary>
    public const string Change = "!change";

    /// <summary>What this question is for.</summary>
    public const string Help = "!help";

    /// <summary>Someone from staff.</summary>
    public const string Person = "!person";

    /// <summary>Stop waiting for someone from staff, or go on without the one who is there.</summary>
    public const string NoPerson = "!no-person";

    /// <summary>Stop for now and keep the report.</summary>
    public const string Leave = "!leave";

    /// <summary>Throw this report away and begin again.</summary>
    public const string StartAgain = "!start-again";

    /// <summary>Go on with the open question.</summary>
    public const string CarryOn = "!carry-on";

    /// <summary>Find support.</summary>
    public const string Support = "!support";

    /// <summary>Ask about the policy.</summary>
    public const string Policy = "!policy";

    /// <summary>Check on a report.</summary>
    public const string FollowUp = "!follow-up";

    /// <summary>Tell us about something that happened.</summary>
    public const string Report = "!report";

    /// <summary>Show or make the return code.</summary>
    public const string ReturnCode = "!return-code";

    /// <summary>Begin another report, apart from this one.</summary>
    public const string NewReport = "!new-report";

    /// <summary>Change the answer to one question: this, then the question's id.</summary>
    public const string ChangeOne = "!change:";
}
