namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>How values stand in clear columns: ids as 16 bytes in their written order, times as UTC milliseconds since 1970.</summary>
internal static class Columns
{
    /// <summary>Stands where a clock acts next, and says that the case has to be listed and found anew: a schema script changed by what.</summary>
    public const long ToRefresh = 0;

    public static byte[] Of(Guid id) => id.ToByteArray(bigEndian: true);

    public static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    /// <summary>The first whole millisecond that is not before a moment: whoever looks then finds it due.</summary>
    public static long AtOrAfter(DateTimeOffset time) => Of(time.AddTicks(TimeSpan.TicksPerMillisecond - 1));

    public static Guid Id(byte[] id) => new(id, bigEndian: true);

    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
