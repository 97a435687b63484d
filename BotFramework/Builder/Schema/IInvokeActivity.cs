namespace Microsoft.Bot.Schema;

/// <summary>A request from the channel that waits for its answer.</summary>
public interface IInvokeActivity : IActivity
{
    /// <summary>The name of the operation.</summary>
    string Name { get; set; }

    /// <summary>What it carries; a <see cref="System.Text.Json.JsonElement"/> once read.</summary>
    object Value { get; set; }

    /// <summary>The conversation it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}
