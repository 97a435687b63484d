using ReportBot.Bot.Cases;
using ReportBot.Bot.Staff.OpenId;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>Accounts of people who sign in at the association's own provider.</summary>
public sealed partial class StaffAccounts
{
    /// <summary>
    /// Lets somebody in whom the provider vouches for: makes their account the first time, and makes their role what it is there now.
    /// Who has no role there any more has none here: their open sessions end, and their cases go back to their queues. So do those that are not
    /// for another role.
    /// </summary>
    public async Task<OpenIdAdmission> AdmitAsync(OpenIdPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var id = store.IdOf(person.Identity);
        var member = await store.FindAsync(id, cancellationToken);
        if (person.Role is not { } role)
        {
            await TakeRoleAsync(member, cancellationToken);
            return await RefuseAsync(member, person.Refusal ?? OpenIdRefusal.NoRole, cancellationToken);
        }

        member ??= await MakeAsync(id, person, role, cancellationToken);
        if (member.EndedAt is not null)
            return await RefuseAsync(member, OpenIdRefusal.Ended, cancellationToken);
        await FollowAsync(member, person.Name, role, cancellationToken);
        // What they took in another role. Cut off before this, the next sign-in does it.
        await hands.GiveBackAsync(new StaffActor(member.Ref(), member.Role), member.Id, CancellationToken.None);
        await RecordAsync(member, AuditAction.SignedIn, cancellationToken, "OpenId");
        return new OpenIdAdmission(member, null);
    }

    private async Task TakeRoleAsync(StaffMember? member, CancellationToken cancellationToken)
    {
        if (member is not { EndedAt: null })
            return;
        if (!member.LostRole)
        {
            member.LostRole = true;
            await EndSessionsAsync(member, member.Id);
            await RecordAsync(member, AuditAction.RoleChanged, cancellationToken, "None");
        }
        else if ((await absences.ListAsync(cancellationToken)).Any(away => away.Who == member.Id && away.Begins <= clock.GetUtcNow()))
            return;
        // It was their own sign-in that said so. Cut off before this, the next one does it.
        await LetGoAsync(member.Id, member.Id, cancellationToken);
    }

    private async Task FollowAsync(StaffMember member, string name, StaffRole role, CancellationToken cancellationToken)
    {
        var (isBack, isOther) = (member.LostRole, member.LostRole || member.Role != role);
        if (!isOther && member.Name == name)
            return;
        (member.Name, member.Role, member.LostRole) = (name, role, false);
        if (isOther)
            await EndSessionsAsync(member, member.Id);
        else
            Check(await store.UpdateAsync(member, CancellationToken.None));
        if (isOther)
            await RecordAsync(member, AuditAction.RoleChanged, cancellationToken, role.ToString());
        if (isBack)
            await absences.EndAsync(member.Id, member.Id, cancellationToken);
    }

    private async Task<StaffMember> MakeAsync(Guid id, OpenIdPerson person, StaffRole role, CancellationToken cancellationToken)
    {
        var member = new StaffMember
        {
            Id = id, Name = person.Name, Role = role, OpenId = person.Identity, SecurityStamp = NewStamp(), CreatedAt = clock.GetUtcNow(),
        };
        // Two browsers may come back at once: the account is made by one of them.
        if (!(await store.CreateAsync(member, CancellationToken.None)).Succeeded)
            return await store.FindAsync(id, cancellationToken) ?? throw new IOException("The account could not be stored.");
        await RecordAsync(member, AuditAction.AccountMade, cancellationToken, role.ToString());
        return member;
    }

    private async Task<OpenIdAdmission> RefuseAsync(StaffMember? member, OpenIdRefusal refusal, CancellationToken cancellationToken)
    {
        await RecordAsync(member, AuditAction.SignInRefused, cancellationToken, refusal.ToString());
        return new OpenIdAdmission(null, refusal);
    }
}

/// <summary>Whether somebody the provider vouches for may come in.</summary>
/// <param name="Member">Their account; null when they may not.</param>
/// <param name="Refusal">Why not; null when they may.</param>
public sealed record OpenIdAdmission(StaffMember? Member, OpenIdRefusal? Refusal);
