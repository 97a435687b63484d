namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog on the stack of one conversation, with what it has to remember.</summary>
public sealed class DialogInstance
{
    /// <summary>The id of the dialog in its set.</summary>
    public string Id { get; set; }

    /// <summary>What it has to remember. Keep strings in it: they come back from any storage as they went in.</summary>
    public IDictionary<string, object> State { get; set; }
}
