namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something found in a text, and where.</summary>
/// <typeparam name="T">What is found.</typeparam>
public sealed class ModelResult<T>
{
    /// <summary>The words it was found in.</summary>
    public string Text { get; set; }

    /// <summary>The place of their first character in the text.</summary>
    public int Start { get; set; }

    /// <summary>The place of their last character in the text.</summary>
    public int End { get; set; }

    /// <summary>What kind of thing it is, such as <c>choice</c>.</summary>
    public string TypeName { get; set; }

    /// <summary>What was found.</summary>
    public T Resolution { get; set; }
}
