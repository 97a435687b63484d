using System.Text;

namespace ReportBot.EndToEnd.Running;

/// <summary>The console lines of one run of the service, to be waited for.</summary>
/// <param name="earlier">What earlier runs wrote.</param>
internal sealed class ConsoleLines(string earlier = "")
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _all = new(earlier);
    private readonly List<string> _lines = [];
    private TaskCompletionSource _grown = New();

    public string All
    {
        get
        {
            lock (_gate)
                return _all.ToString();
        }
    }

    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            _all.AppendLine(line);
            _lines.Add(line);
            _grown.SetResult();
            _grown = New();
        }
    }

    /// <summary>The first line that holds these words, at once or as soon as it comes. Throws with everything written when it does not come.</summary>
    public async Task<string> WaitForAsync(string words, TimeSpan patience)
    {
        using var end = new CancellationTokenSource(patience);
        for (var seen = 0; ;)
        {
            Task grown;
            lock (_gate)
            {
                for (; seen < _lines.Count; seen++)
                    if (_lines[seen].Contains(words, StringComparison.Ordinal))
                        return _lines[seen];
                grown = _grown.Task;
            }

            try
            {
                await grown.WaitAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The service never wrote “{words}”. It wrote:\n{All}");
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
