using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace ReportBot.Bot.Storage.Sqlite;

/// <summary>Numbered SQL scripts, embedded as <c>Schema/NAME.NUMBER.sql</c>, applied in order; <c>user_version</c> says which a file has had.</summary>
public static class SchemaScripts
{
    /// <summary>Brings a database up to date, one script a transaction; throws <see cref="InvalidDataException"/> when it is newer than this program.</summary>
    public static void Apply(SqliteConnection connection, string name)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var known = Count(name);
        // Immediate, so that of two processes starting at once the second waits and then finds nothing to do.
        for (var version = 0; version < known;)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            version = Version(connection, transaction);
            if (version < known)
                Run(connection, transaction, $"{Read(name, ++version)}\nPRAGMA user_version = {version.ToString(CultureInfo.InvariantCulture)};");
            transaction.Commit();
        }

        if (Version(connection, transaction: null) > known)
            throw new InvalidDataException($"The database {name} was made by a newer version of this program.");
    }

    private static int Count(string name)
    {
        var count = 0;
        while (Assembly.GetManifestResourceInfo(Resource(name, count + 1)) is not null)
            count++;
        return count;
    }

    private static Assembly Assembly => typeof(SchemaScripts).Assembly;

    private static string Resource(string name, int version) => $"Schema/{name}.{version.ToString(CultureInfo.InvariantCulture)}.sql";

    private static string Read(string name, int version)
    {
        using var stream = Assembly.GetManifestResourceStream(Resource(name, version))!; // Count has just found it.
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static int Version(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string script)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text is one of our own embedded scripts.
        command.CommandText = script;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
