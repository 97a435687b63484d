using Microsoft.Bot.Builder;

namespace ReportBot.Builder.Tests.State;

/// <summary>Counts what is asked of a storage. What it answers is the memory storage's, so values are typed by it.</summary>
internal sealed class CountingStorage(MemoryStorage memory) : IStorage
{
    public int Reads { get; private set; }

    public int Writes { get; private set; }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        Reads++;
        return memory.ReadAsync(keys, cancellationToken);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        Writes++;
        return memory.WriteAsync(changes, cancellationToken);
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => memory.DeleteAsync(keys, cancellationToken);
}

/// <summary>Answers one document whatever the key, and remembers what was written.</summary>
internal sealed class PlainStorage(object document) : IStorage
{
    public object? Written { get; private set; }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
        Task.FromResult<IDictionary<string, object>>(keys.ToDictionary(key => key, _ => document));

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        Written = changes.Values.Single();
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
