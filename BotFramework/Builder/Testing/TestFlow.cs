using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>
/// A conversation as a test tells it: what is said, and what must be answered. Each step returns a flow with one step more;
/// nothing runs before <see cref="StartTestAsync"/>. A step that fails throws, naming what was expected and what came.
/// </summary>
public sealed class TestFlow
{
    private const uint Patience = 3000;

    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly TestFlow _before;
    private readonly Func<Task> _step;

    /// <summary>A conversation with this callback.</summary>
    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        _adapter = adapter;
        _callback = callback;
    }

    /// <summary>A conversation with this bot.</summary>
    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, (BotCallbackHandler)Requires(bot).OnTurnAsync)
    {
    }

    private TestFlow(TestFlow before, Func<Task> step)
        : this(before._adapter, before._callback)
    {
        _before = before;
        _step = step;
    }

    /// <summary>Runs the conversation from its beginning.</summary>
    public async Task StartTestAsync()
    {
        var steps = new Stack<Func<Task>>();
        for (var flow = this; flow._step is not null; flow = flow._before)
            steps.Push(flow._step);
        foreach (var step in steps)
            await step();
    }

    /// <summary>The person says this.</summary>
    public TestFlow Send(string userSays) => With(() => _adapter.SendTextToBotAsync(userSays, _callback, CancellationToken.None));

    /// <summary>The person sends this.</summary>
    public TestFlow Send(IActivity userActivity) => With(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback, CancellationToken.None));

    /// <summary>The person joins the conversation.</summary>
    public TestFlow SendConversationUpdate() => With(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded.Add(_adapter.Conversation.User);
        return _adapter.ProcessActivityAsync(update, _callback, CancellationToken.None);
    });

    /// <summary>The next answer has these words.</summary>
    public TestFlow AssertReply(string expected, string description = null, uint timeout = Patience) =>
        AssertReply(reply => Check(TextOf(reply) == expected, expected, reply, description), description, timeout);

    /// <summary>The next answer has this type and these words.</summary>
    public TestFlow AssertReply(IActivity expected, string description = null, uint timeout = Patience)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(
            reply => Check(reply.Type == expected.Type && TextOf(reply) == TextOf(expected), TextOf(expected), reply, description), description, timeout);
    }

    /// <summary>The next answer passes this check, which throws when it does not.</summary>
    public TestFlow AssertReply(Action<IActivity> validateActivity, string description = null, uint timeout = Patience)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return With(async () => validateActivity(
            await NextReplyAsync(timeout) ?? throw new TimeoutException($"{description ?? "An answer"}: none came within {timeout} ms.")));
    }

    /// <summary>The next answer has these words somewhere in it.</summary>
    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = Patience) => AssertReply(
        reply => Check(TextOf(reply)?.Contains(expected, StringComparison.Ordinal) == true, expected, reply, description), description, timeout);

    /// <summary>The next answer has the words of one of these.</summary>
    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = Patience) => AssertReply(
        reply => Check(candidates.Contains(TextOf(reply)), string.Join(" or ", candidates), reply, description), description, timeout);

    /// <summary>No answer comes for this long.</summary>
    public TestFlow AssertNoReply(string description = null, uint timeout = Patience) => With(async () =>
    {
        if (await NextReplyAsync(timeout) is { } reply)
            Check(false, "no answer", reply, description);
    });

    /// <summary>The person says this, and the next answer has these words.</summary>
    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = Patience) =>
        Send(userSays).AssertReply(expected, description, timeout);

    /// <summary>The person says this, and the next answer has this type and these words.</summary>
    public TestFlow Test(string userSays, Activity expected, string description = null, uint timeout = Patience) =>
        Send(userSays).AssertReply(expected, description, timeout);

    /// <summary>The person says this, and the next answer passes this check.</summary>
    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string description = null, uint timeout = Patience) =>
        Send(userSays).AssertReply(validateActivity, description, timeout);

    private static IBot Requires(IBot bot)
    {
        ArgumentNullException.ThrowIfNull(bot);
        return bot;
    }

    private static string TextOf(IActivity activity) => activity.AsMessageActivity()?.Text;

    private static void Check(bool holds, string expected, IActivity reply, string description)
    {
        if (!holds)
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{description ?? "An answer"}: expected '{expected}', got the {reply.Type} '{TextOf(reply)}'."));
    }

    private TestFlow With(Func<Task> step) => new(this, step);

    private async Task<IActivity> NextReplyAsync(uint timeout)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        try
        {
            return await _adapter.GetNextReplyAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
