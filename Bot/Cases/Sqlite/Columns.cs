namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>How values stand in clear columns: ids as 16 bytes in their written order, times as UTC milliseconds since 1970.</summary>
internal static class Columns
{
    public static byte[] Of(Guid id) => id.ToByteArray(bigEndian: true);

    public static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static Guid Id(byte[] id) => new(id, bigEndian: true);

    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
