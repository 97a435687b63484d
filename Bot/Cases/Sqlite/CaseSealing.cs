using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReportBot.Bot.Storage;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>Between a case and its row: the document and the summary sealed under the case's own key, the clear columns worked out from the history.</summary>
internal sealed partial class CaseSealing(IDocumentCodec codec)
{
    private const string ReferencePurpose = "report-reference";

    /// <summary>The row of a case that is new: version 1, under a new key.</summary>
    public CaseRow New(Case added)
    {
        using var key = codec.NewKey();
        return Row(added with { Version = 1 }, key);
    }

    /// <summary>The row of a case at its version, under the key it has.</summary>
    public CaseRow Row(Case full, byte[] wrappedKey)
    {
        using var key = codec.OpenKey(wrappedKey);
        return Row(full, key);
    }

    /// <summary>The case of a row; throws <see cref="CryptographicException"/> when the row was changed or moved.</summary>
    public Case Open(CaseRow row)
    {
        using var key = codec.OpenKey(row.Key);
        var document = key.Open(Binding("case", row.Id, row.Version), row.Document);
        var full = JsonSerializer.Deserialize(document, CaseJson.Default.Case)! with { Version = row.Version }; // A sealed document is never null.
        CryptographicOperations.ZeroMemory(document);
        return full;
    }

    /// <summary>The summary of a row; throws <see cref="CryptographicException"/> when the row was changed or moved.</summary>
    public CaseSummary OpenSummary(CaseRow row) => Summary(row.Key, row.Id, row.Version, row.Summary);

    /// <summary>The line of a row; throws <see cref="CryptographicException"/> when the row was changed or moved.</summary>
    public CaseLine Open(LineRow row) => new(
        Columns.Id(row.Id),
        (RiskBand)row.Risk,
        Columns.Time(row.Due),
        (CaseState)row.State,
        (Queue)row.Queue,
        Columns.Time(row.Opened),
        Summary(row.Key, row.Id, row.Version, row.Summary));

    /// <summary>The row that finds the case of a report.</summary>
    public ReportRow Report(Report report, Guid owner) => new()
    {
        Id = Columns.Of(report.Id),
        Case = Columns.Of(owner),
        Reference = HashOf(report.Reference),
    };

    /// <summary>The keyed hash a report's reference is found by.</summary>
    public byte[] HashOf(ReferenceNumber reference) => codec.Hash(ReferencePurpose, Encoding.ASCII.GetBytes(reference.ToString()));

    /// <summary>The rows a case is found by: each value, and each pair of those that are typed together.</summary>
    public IEnumerable<FindRow> Finds(Case full)
    {
        var (id, opened) = (Columns.Of(full.Id), Columns.Of(full.Standing.Opened));
        var values = CaseMarks.Of(full).Select(mark => mark.Value).Distinct().ToList();
        return values.Select(HashOf).Concat(FindablePair.Of(values).Select(HashOf)).Select(hash => new FindRow { Hash = hash, Opened = opened, Case = id });
    }

    /// <summary>The rows that keep a case from whom it is walled off from.</summary>
    public static IEnumerable<WallRow> Walls(Case full)
    {
        var id = Columns.Of(full.Id);
        return full.Walls.Standing.Keys.Select(who => new WallRow { Staff = Columns.Of(who), Case = id });
    }

    /// <summary>The keyed hash of a whole value a case is found by.</summary>
    public byte[] HashOf(Findable one) => codec.Hash(PurposeOf(one.Kind), Encoding.UTF8.GetBytes(one.Value))[..FindBytes];

    /// <summary>The keyed hash of two values a case is found by together.</summary>
    public byte[] HashOf(FindablePair pair) =>
        codec.Hash("find-pair", Encoding.UTF8.GetBytes($"{PurposeOf(pair.One.Kind)}\0{pair.One.Value}\0{PurposeOf(pair.Other.Kind)}\0{pair.Other.Value}"))[..FindBytes];

    // Half of HMAC-SHA256 leaves no two values alike, and the index half as long.
    private const int FindBytes = 16;

    private static string PurposeOf(FindableKind kind) => kind switch
    {
        FindableKind.Name => "find-name",
        FindableKind.Postcode => "find-postcode",
        FindableKind.HouseNumber => "find-house-number",
        FindableKind.Phone => "find-phone",
        FindableKind.Address => "find-address",
        FindableKind.Person => "find-person",
        _ => throw new InvalidOperationException("Nothing else is searched for."),
    };

    private CaseSummary Summary(byte[] wrappedKey, byte[] id, long version, byte[] stored)
    {
        using var key = codec.OpenKey(wrappedKey);
        return JsonSerializer.Deserialize(key.Open(Binding("case-summary", id, version), stored), CaseJson.Default.CaseSummary)!; // A sealed summary is never null.
    }

    private static CaseRow Row(Case full, DataKey key)
    {
        var standing = full.Standing;
        var id = Columns.Of(full.Id);
        return new CaseRow
        {
            Id = id,
            Queue = (int)standing.Queue,
            State = (int)standing.State,
            Risk = (int)standing.Risk,
            Due = Columns.Of(standing.Due),
            Opened = Columns.Of(standing.Opened),
            Holder = standing.Holder is null ? null : Columns.Of(standing.Holder.Id),
            Wake = full.Talk.Wake is { } wake ? Columns.Of(wake) : null,
            Level = (int)standing.Level,
            Missed = standing.Missed.IsEmpty ? 0 : 1,
            Acts = standing.Next is { } next ? Columns.AtOrAfter(next.At) : null,
            Version = full.Version,
            Key = key.Wrapped.ToArray(),
            Summary = Sealed(key, Binding("case-summary", id, full.Version), JsonSerializer.SerializeToUtf8Bytes(CaseSummary.Of(full), CaseJson.Default.CaseSummary)),
            Document = Sealed(key, Binding("case", id, full.Version), JsonSerializer.SerializeToUtf8Bytes(full, CaseJson.Default.Case)),
        };
    }

    private static byte[] Sealed(DataKey key, DocumentBinding binding, byte[] document)
    {
        var stored = key.Seal(binding, document);
        CryptographicOperations.ZeroMemory(document);
        return stored;
    }

    private static DocumentBinding Binding(string kind, byte[] id, long version) => new(kind, Convert.ToHexStringLower(id), version);
}
