using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One answer that is offered.</summary>
public sealed class Choice
{
    /// <summary>An answer with this value.</summary>
    public Choice(string value = null) => Value = value;

    /// <summary>What is stored when it is chosen, and shown unless <see cref="Action"/> has a title.</summary>
    public string Value { get; set; }

    /// <summary>The button for it; null to make one of the value.</summary>
    public CardAction Action { get; set; }

    /// <summary>Other words for it.</summary>
    public List<string> Synonyms { get; set; }
}
