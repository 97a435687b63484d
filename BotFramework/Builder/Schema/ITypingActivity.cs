namespace Microsoft.Bot.Schema;

/// <summary>Someone is typing.</summary>
#pragma warning disable CA1040 // The activity carries nothing but its type; the name is the Bot Framework's.
public interface ITypingActivity : IActivity
{
}
#pragma warning restore CA1040
