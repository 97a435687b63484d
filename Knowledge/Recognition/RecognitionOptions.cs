namespace ReportBot.Knowledge.Recognition;

/// <summary>What the assistant may read out of an account. Without any of it the conversation asks more and still completes. Looking for danger has no switch.</summary>
public sealed record RecognitionOptions
{
    /// <summary>Likely characteristics and behaviours are suggested, and kept beside the person's choice for staff; true unless set.</summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>Times, places, people and the like are read from the account, so that they are not asked again, and for the risk; true unless set.</summary>
    public bool Extraction { get; init; } = true;
}
