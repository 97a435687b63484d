using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Staff.OpenId;
using ReportBot.Bot.Storage;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>Staff accounts in <c>cases.db</c>: one sealed document each, found by id or by the keyed hash of the normalised name.</summary>
public sealed partial class StaffStore(CaseDatabases databases, IDocumentCodec codec, ILookupNormalizer names, StaffSignals signals) : IUserStore<StaffMember>
{
    private static readonly IdentityError Changed = new()
    {
        Code = "Changed", Description = "The account was changed by somebody else at the same time. Load the page again.",
    };

    private static readonly IdentityError Taken = new() { Code = "Taken", Description = "Somebody already has this name. Add a middle name or an initial." };

    /// <summary>True when at least one account has its password set.</summary>
    public async Task<bool> AnyReadyAsync(CancellationToken cancellationToken) =>
        await databases.ReadAsync(database => database.Staff.AnyAsync(row => row.Ready, cancellationToken), cancellationToken);

    /// <summary>The account that waits for the first administrator to name it; null when there is none.</summary>
    public async Task<StaffMember?> FindNamelessAsync(CancellationToken cancellationToken) => Open(await databases.ReadAsync(
        database => database.Staff.FirstOrDefaultAsync(row => row.NameHash == null && !row.Ready, cancellationToken), cancellationToken));

    /// <summary>The accounts that were ended, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> ListEndedAsync(CancellationToken cancellationToken)
    {
        var rows = await databases.ReadAsync(database => database.Staff.Where(row => !row.Ready).ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.Select(row => Open(codec, row)).Where(member => member.EndedAt is not null).OrderBy(member => member.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public Task<StaffMember?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? FindAsync(id, cancellationToken) : Task.FromResult<StaffMember?>(null);

    /// <summary>The account with this id; null when there is none.</summary>
    public async Task<StaffMember?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var bytes = Columns.Of(id);
        return Open(await databases.ReadAsync(database => database.Staff.SingleOrDefaultAsync(row => row.Id == bytes, cancellationToken), cancellationToken));
    }

    /// <inheritdoc />
    public async Task<StaffMember?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(normalizedUserName))
            return null;
        var hash = HashOf(normalizedUserName);
        return Open(await databases.ReadAsync(database => database.Staff.SingleOrDefaultAsync(row => row.NameHash == hash, cancellationToken), cancellationToken));
    }

    /// <inheritdoc />
    public async Task<IdentityResult> CreateAsync(StaffMember user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        using var key = codec.NewKey();
        user.Version = 1;
        var row = Row(user, key);
        var write = await databases.WriteAsync(database => Task.FromResult(database.Staff.Add(row)), cancellationToken);
        return write is CaseWrite.Done ? IdentityResult.Success : IdentityResult.Failed(Taken);
    }

    /// <inheritdoc />
    public async Task<IdentityResult> UpdateAsync(StaffMember user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var (id, readAt) = (Columns.Of(user.Id), user.Version);
        var write = await databases.WriteAsync(
            async database =>
            {
                var wrapped = await database.Staff.Where(row => row.Id == id).Select(row => row.Key).SingleOrDefaultAsync(CancellationToken.None)
                    ?? throw new DbUpdateConcurrencyException();
                using var key = codec.OpenKey(wrapped);
                user.Version = readAt + 1;
                var entry = database.Staff.Attach(Row(user, key));
                entry.State = EntityState.Modified;
                entry.Property(row => row.Version).OriginalValue = readAt;
                entry.Property(row => row.Key).IsModified = false;
            },
            cancellationToken);
        if (write is CaseWrite.Done)
        {
            signals.Changed(user.Id);
            return IdentityResult.Success;
        }

        user.Version = readAt;
        return IdentityResult.Failed(Changed);
    }

    /// <summary>Accounts stand in histories and in the audit record, so none is ever deleted.</summary>
    public Task<IdentityResult> DeleteAsync(StaffMember user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A staff account is never deleted.");

    /// <inheritdoc />
    public void Dispose() => GC.SuppressFinalize(this);

    private StaffRow Row(StaffMember member, DataKey key)
    {
        var id = Columns.Of(member.Id);
        var document = JsonSerializer.SerializeToUtf8Bytes(member, StaffJson.Default.StaffMember);
        var row = new StaffRow
        {
            Id = id,
            NameHash = NameHashOf(member),
            Ready = member.IsReady,
            Version = member.Version,
            Key = key.Wrapped.ToArray(),
            Document = key.Seal(Binding(id, member.Version), document),
        };
        CryptographicOperations.ZeroMemory(document);
        return row;
    }

    private StaffMember? Open(StaffRow? row) => row is null ? null : Open(codec, row);

    internal static StaffMember Open(IDocumentCodec codec, StaffRow row)
    {
        using var key = codec.OpenKey(row.Key);
        var document = key.Open(Binding(row.Id, row.Version), row.Document);
        var member = JsonSerializer.Deserialize(document, StaffJson.Default.StaffMember)!; // A sealed document is never null.
        CryptographicOperations.ZeroMemory(document);
        member.Version = row.Version;
        return member;
    }

    /// <summary>The id of the account of somebody from the association's own provider, there or not: made of who they are, so that they have one account whatever happens at once.</summary>
    public Guid IdOf(OpenIdIdentity identity) => new(HashOf(identity).AsSpan(0, 16));

    // Somebody from elsewhere cannot be found by name: a local account of the same name is another person's.
    private byte[]? NameHashOf(StaffMember member) => member.OpenId is { } identity
        ? HashOf(identity)
        : names.NormalizeName(member.Name) is { Length: > 0 } name ? HashOf(name) : null;

    private byte[] HashOf(OpenIdIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return codec.Hash("staff-openid", Encoding.UTF8.GetBytes($"{identity.Issuer}\n{identity.Subject}"));
    }

    private byte[] HashOf(string normalisedName) => codec.Hash("staff-name", Encoding.UTF8.GetBytes(normalisedName));

    private static DocumentBinding Binding(byte[] id, long version) => new("staff", Convert.ToHexStringLower(id), version);
}
