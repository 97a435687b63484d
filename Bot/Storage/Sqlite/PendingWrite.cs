using System.Threading.Tasks.Sources;

namespace ReportBot.Bot.Storage.Sqlite;

/// <summary>A write that waits for its group.</summary>
internal abstract class PendingWrite
{
    /// <summary>True when it has more than one statement, which must all be kept or none.</summary>
    public virtual bool HasSteps => false;

    /// <summary>True when it cannot run inside a transaction.</summary>
    public virtual bool IsUpkeep => false;

    /// <summary>Runs its statements; false when they must not be kept. Its answer waits until the group is durable.</summary>
    public abstract bool Apply(Session session);

    /// <summary>Tells the caller, after the commit.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing was stored.</summary>
    public abstract void Fail(Exception cause);
}

/// <summary>A write that is awaited once, with what it answers. The continuation never runs on the writer's own thread.</summary>
internal abstract class PendingWrite<T> : PendingWrite, IValueTaskSource<T>
{
    // A mutable struct: it may not be readonly.
    private ManualResetValueTaskSourceCore<T> _source = new() { RunContinuationsAsynchronously = true };

    public ValueTask<T> Answered => new(this, _source.Version);

    public override void Complete() => _source.SetResult(Answer);

    public override void Fail(Exception cause) => _source.SetException(cause);

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    public T GetResult(short token)
    {
        try
        {
            return _source.GetResult(token);
        }
        finally
        {
            _source.Reset();
            Collected();
        }
    }

    protected abstract T Answer { get; }

    /// <summary>The caller has its answer: the object may be used again.</summary>
    protected virtual void Collected()
    {
    }
}
