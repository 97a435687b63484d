namespace Microsoft.Bot.Schema;

/// <summary>A note for engineers. No person is shown one, and no turn counts as answered by one.</summary>
public interface ITraceActivity : IActivity
{
    /// <summary>The name of the trace.</summary>
    string Name { get; set; }

    /// <summary>A label for whoever reads it.</summary>
    string Label { get; set; }

    /// <summary>The name of the value's shape.</summary>
    string ValueType { get; set; }

    /// <summary>What it carries.</summary>
    object Value { get; set; }

    /// <summary>The conversation it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}
