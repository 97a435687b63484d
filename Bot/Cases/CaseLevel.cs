using System.Text.Json.Serialization;

namespace ReportBot.Bot.Cases;

/// <summary>How far up a case has gone because the person was not reached. The names and numbers are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseLevel>))]
public enum CaseLevel
{
    /// <summary>It is the team's.</summary>
    Team = 0,

    /// <summary>The managers are asked.</summary>
    Manager = 1,

    /// <summary>The community safety manager is asked.</summary>
    CommunitySafetyManager = 2,
}

/// <summary>Why a case changed hands or level. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MoveCause>))]
public enum MoveCause
{
    /// <summary>Somebody asked for it.</summary>
    Asked,

    /// <summary>The person was not reached in the time set for it.</summary>
    NoContact,

    /// <summary>Whoever had it is away.</summary>
    Absence,

    /// <summary>Whoever had it has another role, in which they may not see it or not work on it.</summary>
    Role,
}
