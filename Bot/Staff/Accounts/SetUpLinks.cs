using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>
/// One-time links with which a member of staff sets their first password, or a new one after losing their phone. A link holds 256 random
/// bits, of which only a hash is stored, works for 24 hours and once. A newer link for the same account ends the older ones.
/// </summary>
public sealed class SetUpLinks(CaseDatabases databases, StaffStore staff, TimeProvider clock)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int TokenBytes = 32;

    /// <summary>Makes a link for an account and answers what goes at its end. It is not kept here: whoever loses it needs another.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="by">Who makes it; null from the command line or by itself.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<string> IssueAsync(StaffMember member, Guid? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(member);
        var token = RandomNumberGenerator.GetBytes(TokenBytes);
        var now = clock.GetUtcNow();
        var owner = Columns.Of(member.Id);
        var write = await databases.WriteAsync(
            async database =>
            {
                await database.Links.Where(link => link.Staff == owner).ExecuteDeleteAsync(CancellationToken.None);
                database.Links.Add(new LinkRow { Hash = SHA256.HashData(token), Staff = owner, Expires = Columns.Of(now + Lifetime) });
                database.Recorded.Add(new AuditEntry(now, by, AuditAction.StaffInvited, member.Id, member.Role.ToString()));
            },
            cancellationToken);
        return write is CaseWrite.Done ? Base64Url.EncodeToString(token) : throw new IOException("The set-up link could not be stored.");
    }

    /// <summary>The account a link is for; null when the link is unknown, used or too old.</summary>
    public async Task<StaffMember?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (HashOf(token) is not { } hash)
            return null;
        var now = Columns.Of(clock.GetUtcNow());
        var owner = await databases.ReadAsync(
            database => database.Links.Where(link => link.Hash == hash && link.Used == null && link.Expires > now).Select(link => link.Staff).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
        // A link for an account that was ended waits until it is opened again, if it still works then.
        return owner is not null && await staff.FindAsync(Columns.Id(owner), cancellationToken) is { EndedAt: null } member ? member : null;
    }

    /// <summary>Uses a link up; false when somebody else just did, or it is too old.</summary>
    public async Task<bool> UseAsync(string token, CancellationToken cancellationToken)
    {
        if (HashOf(token) is not { } hash)
            return false;
        var now = Columns.Of(clock.GetUtcNow());
        var used = 0;
        await databases.WriteAsync(
            async database => used = await database.Links
                .Where(link => link.Hash == hash && link.Used == null && link.Expires > now)
                .ExecuteUpdateAsync(link => link.SetProperty(row => row.Used, now), CancellationToken.None),
            cancellationToken);
        return used == 1;
    }

    private static byte[]? HashOf(string token)
    {
        if (token is not { Length: 43 } || !Base64Url.IsValid(token))
            return null;
        var bytes = new byte[TokenBytes];
        return Base64Url.TryDecodeFromChars(token, bytes, out var written) && written == TokenBytes ? SHA256.HashData(bytes) : null;
    }
}
