namespace ReportBot.Bot.Conversations;

/// <summary>
/// Lets one message a thread through at a time inside this process, in the order they came. Across processes the store's unique
/// key decides. A gate exists only while somebody is at it.
/// </summary>
public sealed class ThreadGates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the thread's turn. Dispose what is returned to let the next one in.</summary>
    public async ValueTask<IDisposable> EnterAsync(string thread, CancellationToken cancellationToken)
    {
        var pass = new Pass(this, thread);
        lock (_lock)
        {
            if (!_gates.TryGetValue(thread, out var gate))
            {
                _gates[thread] = new Gate();
                return pass;
            }

            pass.Waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            gate.Queue.AddLast(pass);
        }

        await using var giveUp = cancellationToken.UnsafeRegister(static (state, token) => ((Pass)state!).Forgo(token), pass);
        await pass.Waiting.Task;
        return pass;
    }

    // Lets in the next one that still waits; the gate goes when there is none.
    private void LetNextIn(string thread)
    {
        lock (_lock)
        {
            var gate = _gates[thread];
            while (gate.Queue.First is { } next)
            {
                gate.Queue.RemoveFirst();
                if (next.Value.Waiting!.TrySetResult()) // whoever is queued waits
                    return;
            }

            _gates.Remove(thread);
        }
    }

    private sealed class Gate
    {
        public LinkedList<Pass> Queue { get; } = new();
    }

    private sealed class Pass(ThreadGates gates, string thread) : IDisposable
    {
        private bool _isLeft;

        public TaskCompletionSource? Waiting { get; set; }

        public void Forgo(CancellationToken cancellationToken) => Waiting!.TrySetCanceled(cancellationToken);

        public void Dispose()
        {
            if (_isLeft)
                return;
            _isLeft = true;
            gates.LetNextIn(thread);
        }
    }
}
