namespace Microsoft.Bot.Connector;

/// <summary>Ids of channels.</summary>
public static class Channels
{
    /// <summary>A console.</summary>
    public const string Console = "console";

    /// <summary>Direct Line.</summary>
    public const string Directline = "directline";

    /// <summary>Direct Line Speech.</summary>
    public const string DirectlineSpeech = "directlinespeech";

    /// <summary>Mail.</summary>
    public const string Email = "email";

    /// <summary>The Bot Framework Emulator.</summary>
    public const string Emulator = "emulator";

    /// <summary>Messenger.</summary>
    public const string Facebook = "facebook";

    /// <summary>LINE.</summary>
    public const string Line = "line";

    /// <summary>Microsoft Teams.</summary>
    public const string Msteams = "msteams";

    /// <summary>Slack.</summary>
    public const string Slack = "slack";

    /// <summary>Text messages.</summary>
    public const string Sms = "sms";

    /// <summary>Telegram.</summary>
    public const string Telegram = "telegram";

    /// <summary>Web Chat.</summary>
    public const string Webchat = "webchat";

    /// <summary>Tests.</summary>
    public const string Test = "test";

    /// <summary>Text messages by Twilio.</summary>
    public const string Twilio = "twilio-sms";

    /// <summary>Telephone calls.</summary>
    public const string Telephony = "telephony";

    /// <summary>Omnichannel.</summary>
    public const string Omni = "omnichannel";

    /// <summary>Outlook.</summary>
    public const string Outlook = "outlook";

    /// <summary>Microsoft 365.</summary>
    public const string M365 = "m365extensions";
}
