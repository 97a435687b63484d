namespace ReportBot.Bot.Storage.Sqlite;

/// <summary>One statement's text; each session prepares it once and finds it again by this object.</summary>
internal sealed class Sql(string text)
{
    public string Text => text;
}
