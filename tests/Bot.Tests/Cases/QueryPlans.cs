using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>Asks SQLite how it would answer each query, before it does.</summary>
public sealed class QueryPlans : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Sql, string Steps)> _plans = new();

    public IReadOnlyCollection<(string Sql, string Steps)> All => _plans;

    public void Clear() => _plans.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.Ordinal))
            _plans.Enqueue((command.CommandText, Explain(command)));
        return ValueTask.FromResult(result);
    }

    private static string Explain(DbCommand command)
    {
        using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
        explain.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        foreach (SqliteParameter parameter in command.Parameters)
            explain.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
        using var rows = explain.ExecuteReader();
        var steps = new List<string>();
        while (rows.Read())
            steps.Add(rows.GetString(3));
        return string.Join('\n', steps);
    }
}
