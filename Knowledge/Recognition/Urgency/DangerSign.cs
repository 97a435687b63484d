namespace ReportBot.Knowledge.Recognition.Urgency;

/// <summary>What a rule of Rules/Danger tells, by its heading.</summary>
internal enum DangerSign : byte
{
    /// <summary>Danger now, unless it is told of the past or of a story.</summary>
    Now,

    /// <summary>Danger, unless it is told of the past, of a habit, of a story, or asked about.</summary>
    Likely,

    /// <summary>Meaning to die or to hurt oneself.</summary>
    SelfHarm,

    /// <summary>Hopeless without intent.</summary>
    LowMood,

    /// <summary>A figure of speech: what it covers is no sign.</summary>
    Cancel,
}
