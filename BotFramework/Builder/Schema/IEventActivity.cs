namespace Microsoft.Bot.Schema;

/// <summary>Something that happened, told from program to program and not shown.</summary>
public interface IEventActivity : IActivity
{
    /// <summary>The name of the event.</summary>
    string Name { get; set; }

    /// <summary>What it carries; a <see cref="System.Text.Json.JsonElement"/> once read.</summary>
    object Value { get; set; }

    /// <summary>The conversation it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}
