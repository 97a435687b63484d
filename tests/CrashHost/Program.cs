using System.Globalization;
using System.Text;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Storage.Keys;
using ReportBot.Bot.Storage.Turns;

// Inserts turns until it is killed, and writes "THREAD SEQUENCE" for each one that was acknowledged. Arguments: the data folder, then the threads.
var folder = DataFolder.Open(args[0]);
using var ring = FileKeyRing.Open(folder, TimeProvider.System);
await using var database = ConversationDatabase.Open(folder);
var store = new SqliteTurnStore(database, new DocumentCodec(ring));
await using var acknowledged = Console.OpenStandardOutput();

await Task.WhenAll(args[1..].Select(thread => Task.Run(() => InsertForever(thread))));

async Task InsertForever(string thread)
{
    for (var sequence = ((await store.LatestAsync(thread, CancellationToken.None))?.Latest?.Sequence ?? 0) + 1; ; sequence++)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{thread} {sequence}");
        var turn = new Turn
        {
            Thread = thread,
            Sequence = sequence,
            At = TimeProvider.System.GetUtcNow(),
            Keys = default,
            Inbound = Encoding.UTF8.GetBytes(place),
            Replies = default,
            State = new byte[3000],
        };
        if (await store.TryInsertAsync(turn, change: null, CancellationToken.None) != InsertOutcome.Done)
            throw new InvalidOperationException("Nobody else writes to this thread.");
        var line = Encoding.UTF8.GetBytes($"{place}\n");
        lock (acknowledged)
            acknowledged.Write(line);
    }
}
