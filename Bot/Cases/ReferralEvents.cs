using System.Text.Json.Serialization;
using ReportBot.Knowledge.Services;

namespace ReportBot.Bot.Cases;

/// <summary>Who agreed that something may be passed on. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentGiver>))]
public enum ConsentGiver
{
    /// <summary>The person affected.</summary>
    Person,

    /// <summary>Their parent or guardian.</summary>
    Parent,

    /// <summary>Somebody who may decide for them by law.</summary>
    Deputy,
}

/// <summary>Who did not want a referral. The names are a stored format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReferralDecliner>))]
public enum ReferralDecliner
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>The service.</summary>
    Service,
}

/// <summary>Staff proposed a service to the person.</summary>
public sealed record ReferralProposed : CaseEvent
{
    /// <summary>The service's id in Appendix A.</summary>
    public required string Service { get; init; }

    /// <summary>What it is for.</summary>
    public required string Why { get; init; }
}

/// <summary>Somebody agreed to a referral.</summary>
public sealed record ReferralConsented : CaseEvent
{
    /// <summary>The referral.</summary>
    public required Guid Referral { get; init; }

    /// <summary>Who agreed.</summary>
    public required ConsentGiver Giver { get; init; }

    /// <summary>The day they agreed.</summary>
    public required DateOnly GivenOn { get; init; }

    /// <summary>What may be passed on.</summary>
    public required string MayPassOn { get; init; }
}

/// <summary>The person no longer agrees to a referral.</summary>
public sealed record ConsentWithdrawn : CaseEvent, IMakesTask
{
    /// <summary>The referral.</summary>
    public required Guid Referral { get; init; }

    /// <summary>The service's id in Appendix A.</summary>
    public required string Service { get; init; }

    /// <summary>By when the service is told, UTC; null when nothing was passed on to it.</summary>
    public DateTimeOffset? TellBy { get; init; }

    CaseTask? IMakesTask.Task => TellBy is { } due
        ? new(Command, TaskKind.ConsentWithdrawn, ServiceDirectory.Embedded.Find(Service)?.Name ?? Service, null, due)
        : null;
}

/// <summary>The service was told of the person.</summary>
public sealed record ReferralMade : CaseEvent
{
    /// <summary>The referral.</summary>
    public required Guid Referral { get; init; }

    /// <summary>What was passed on.</summary>
    public required string PassedOn { get; init; }
}

/// <summary>A referral does not happen.</summary>
public sealed record ReferralDeclined : CaseEvent
{
    /// <summary>The referral.</summary>
    public required Guid Referral { get; init; }

    /// <summary>Who did not want it.</summary>
    public required ReferralDecliner Decliner { get; init; }
}

/// <summary>The service answered.</summary>
public sealed record ReferralAnswered : CaseEvent
{
    /// <summary>The referral.</summary>
    public required Guid Referral { get; init; }

    /// <summary>What it answered.</summary>
    public required string Answer { get; init; }
}
