namespace Microsoft.Bot.Schema;

/// <summary>Whether an answer is expected after a message.</summary>
public static class InputHints
{
    /// <summary>An answer is welcome.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>Nothing is listened to.</summary>
    public const string IgnoringInput = "ignoringInput";

    /// <summary>An answer is waited for.</summary>
    public const string ExpectingInput = "expectingInput";
}
