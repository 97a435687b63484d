using System.ComponentModel.DataAnnotations;

namespace ReportBot.Bot.Channels.Website;

/// <summary>What the website chat takes in.</summary>
public sealed record WebsiteOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Website";

    /// <summary>How many messages one conversation may send in a minute, 1 and more. 60 by default.</summary>
    [Range(1, int.MaxValue)]
    public int MessagesPerMinute { get; init; } = 60;

    /// <summary>How many files may come with one message, 1 to 20. 5 by default.</summary>
    [Range(1, 20)]
    public int FilesPerMessage { get; init; } = 5;
}
