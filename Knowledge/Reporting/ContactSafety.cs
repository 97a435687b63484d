using System.Collections.Immutable;

namespace ReportBot.Knowledge.Reporting;

/// <summary>Why reaching a person in a way at a moment goes against what they said.</summary>
public enum ContactDanger
{
    /// <summary>They stay anonymous, and are answered through their return code only.</summary>
    Anonymous,

    /// <summary>They named the ways that are safe, and this is none of them.</summary>
    WayNotSafe,

    /// <summary>They said in their own words which ways are safe: somebody has to read them.</summary>
    WayInTheirWords,

    /// <summary>It lies outside the days or times they named.</summary>
    TimeNotSafe,

    /// <summary>They said in their own words which times are safe, and these could not be read for certain: somebody has to.</summary>
    TimeInTheirWords,

    /// <summary>They want no message left, or none that says who we are.</summary>
    MessageNotSafe,

    /// <summary>They have not said whether a message may be left: until they do, none is.</summary>
    MessageNotAsked,
}

/// <summary>What a person said about being reached safely, held against one contact. Pure: nothing here reads a clock.</summary>
public static class ContactSafety
{
    /// <summary>What goes against it; empty when nothing they said does.</summary>
    /// <param name="told">What they told.</param>
    /// <param name="way">The way, one of <see cref="ChannelChoice"/>. What waits behind the return code is safe at any time: they come for it themselves.</param>
    /// <param name="at">When it would reach them, UTC.</param>
    /// <param name="leavesMessage">True when a message may be left if nobody answers.</param>
    public static ImmutableArray<ContactDanger> Against(ReportDraft told, string way, DateTimeOffset at, bool leavesMessage)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (way == ChannelChoice.ReturnCode)
            return [];
        if (told[Question.Contact]?.Contact is { Anonymous: true })
            return [ContactDanger.Anonymous];
        ContactDanger?[] dangers = [Way(told, way), Time(told, at), leavesMessage ? Message(told, way) : null];
        return [.. dangers.OfType<ContactDanger>()];
    }

    /// <summary>The first moment from that one on at which their safe times allow contact; null when they named none that could be read.</summary>
    public static DateTimeOffset? NextTime(ReportDraft told, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(told);
        return SafeContact.TryReadTimes(told, out var safe) ? safe.Next(at) : null;
    }

    private static ContactDanger? Way(ReportDraft told, string way)
    {
        var named = told.Chosen(Question.SafeChannels);
        if (!named.IsEmpty)
            return named.Contains(way) ? null : ContactDanger.WayNotSafe;
        return HasWords(told, Question.SafeChannels) || !SafeContact.Said(told[Question.Contact]).IsEmpty ? ContactDanger.WayInTheirWords : null;
    }

    private static ContactDanger? Time(ReportDraft told, DateTimeOffset at)
    {
        if (SafeContact.TryReadTimes(told, out var safe))
            return safe.Holds(at) ? null : ContactDanger.TimeNotSafe;
        // Naming the ways that are safe later takes back nothing of what was said of times beside the number.
        return HasWords(told, Question.SafeTimes) || (told[Question.SafeTimes] is not { Kind: AnswerKind.Given } && SafeContact.SpeaksOfTimes(told[Question.Contact]))
            ? ContactDanger.TimeInTheirWords
            : null;
    }

    // A message that may not say who we are is left by nobody by accident. What they were asked is of calls and visits nobody answers: a text message,
    // an e-mail or a letter they named as safe is meant to come.
    private static ContactDanger? Message(ReportDraft told, string way)
    {
        var isLeft = way is ChannelChoice.Call or ChannelChoice.Visit;
        return told.Chosen(Question.Voicemail) switch
        {
            [VoicemailChoice.Yes, ..] => null,
            [] when SafeContact.SpeaksOfMessages(told[Question.Contact]) => ContactDanger.MessageNotSafe,
            [] => isLeft ? ContactDanger.MessageNotAsked : null,
            _ => isLeft || !told.Chose(Question.SafeChannels, way) ? ContactDanger.MessageNotSafe : null,
        };
    }

    private static bool HasWords(ReportDraft told, string question) =>
        told[question] is { Kind: AnswerKind.Given, Words: { } words } && !string.IsNullOrWhiteSpace(words);
}
