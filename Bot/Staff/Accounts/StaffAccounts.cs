using Microsoft.AspNetCore.Identity;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>What is done to accounts, without web types: inviting, setting up, the second step. Signing in is the sign-in pages'.</summary>
public sealed partial class StaffAccounts(UserManager<StaffMember> members, StaffStore store, SetUpLinks links, IAuditLog audit, IAbsences absences, StaffHands hands, TimeProvider clock)
{
    private const int RecoveryCodes = 8;

    // Made once for the process: making one takes as long as checking one.
    private static string? _decoy;

    /// <summary>True when somebody can sign in.</summary>
    public Task<bool> AnyReadyAsync(CancellationToken cancellationToken) => store.AnyReadyAsync(cancellationToken);

    /// <summary>
    /// A set-up link for somebody by name: their account is made when it is new. For one that is there the link sets a new password and second
    /// step, and the role becomes this one.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="role">What they may do.</param>
    /// <param name="by">Who invites them; null from the command line.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<Invitation> InviteAsync(string name, StaffRole role, Guid? by, CancellationToken cancellationToken)
    {
        var member = await members.FindByNameAsync(name);
        var isNew = member is null;
        member ??= await MakeAsync(name, role);
        if (member.Role != role)
        {
            member.Role = role;
            // The old role is in the claims of every open session.
            await EndSessionsAsync(member, by);
            await audit.AppendAsync(new AuditEntry(clock.GetUtcNow(), by, AuditAction.RoleChanged, member.Id, role.ToString()), cancellationToken);
        }

        if (!isNew)
            await hands.GiveBackAsync(new StaffActor(member.Ref(), member.Role), by, CancellationToken.None);
        return new Invitation(await links.IssueAsync(member, by, cancellationToken), isNew, member.Ref());
    }

    /// <summary>A set-up link for the first administrator, who chooses the name when using it.</summary>
    public async Task<string> InviteFirstAsync(CancellationToken cancellationToken) =>
        await links.IssueAsync(await store.FindNamelessAsync(cancellationToken) ?? await MakeAsync("", StaffRole.Administrator), by: null, cancellationToken);

    /// <summary>Uses a link up: sets name and password, and takes any second step away so that a new one is set up. Answers what is wrong; empty when it is done.</summary>
    public async Task<IReadOnlyList<string>> SetUpAsync(string token, StaffMember member, string? name, string? password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.Name.Length == 0 && await NameProblemAsync(member, name) is { } nameProblem)
            return [nameProblem];
        if (PasswordRules.Problem(member.Name, password) is { } problem)
            return [problem];
        if (!await links.UseAsync(token, cancellationToken))
            return ["This link was used just now. If that was not you, tell an administrator."];
        member.PasswordHash = members.PasswordHasher.HashPassword(member, password!); // A null password has a problem.
        (member.HasSecondStep, member.AuthenticatorKey, member.LastCodeStep, member.RecoveryCodes) = (false, null, 0, []);
        (member.FailedTries, member.LockedUntil) = (0, null);
        await EndSessionsAsync(member, member.Id);
        await RecordAsync(member, AuditAction.StaffSetUp, cancellationToken);
        return [];
    }

    /// <summary>The secret of the second step, made when there is none.</summary>
    public async Task<string> SecretAsync(StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.AuthenticatorKey is null)
        {
            member.AuthenticatorKey = Totp.NewSecret();
            Check(await store.UpdateAsync(member, CancellationToken.None));
        }

        return member.AuthenticatorKey;
    }

    /// <summary>Turns the second step on when the code is right; answers the recovery codes, or null when it is not. They are never shown again.</summary>
    public async Task<IReadOnlyList<string>?> TurnOnSecondStepAsync(StaffMember member, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (!await members.VerifyTwoFactorTokenAsync(member, members.Options.Tokens.AuthenticatorTokenProvider, code))
            return null;
        Check(await members.SetTwoFactorEnabledAsync(member, true));
        await hands.EndTalksAsync(member.Id, member.Id, CancellationToken.None); // Identity ends the sessions itself.
        var codes = await members.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes);
        await RecordAsync(member, AuditAction.SecondStepSetUp, cancellationToken);
        return [.. codes ?? []];
    }

    /// <summary>Spends as long as checking a password does, so that the time it takes does not tell which names have accounts.</summary>
    public void SpendAsLong(string? password)
    {
        var nobody = new StaffMember { Id = Guid.Empty, CreatedAt = default };
        var decoy = LazyInitializer.EnsureInitialized(ref _decoy, () => members.PasswordHasher.HashPassword(nobody, "nobody's password"));
        members.PasswordHasher.VerifyHashedPassword(nobody, decoy, password ?? "");
    }

    /// <summary>Notes that somebody signs out of one browser. Wherever they were in a conversation, they are not any more.</summary>
    public async Task SignOutAsync(StaffMember? member, CancellationToken cancellationToken)
    {
        await RecordAsync(member, AuditAction.SignedOut, cancellationToken);
        if (member is not null)
            await hands.EndTalksAsync(member.Id, member.Id, CancellationToken.None);
    }

    /// <summary>Ends every session of an account.</summary>
    public async Task SignOutEverywhereAsync(StaffMember member, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(member);
        await EndSessionsAsync(member, member.Id);
        await RecordAsync(member, AuditAction.SignedOutEverywhere, cancellationToken);
    }

    /// <summary>The account with this id; null when there is none.</summary>
    public Task<StaffMember?> FindAsync(Guid id, CancellationToken cancellationToken) => store.FindAsync(id, cancellationToken);

    /// <summary>Keeps a way of looking at the queue, in place of any of the same name. False when there are <see cref="SavedView.Most"/> already.</summary>
    public async Task<bool> KeepViewAsync(Guid who, SavedView view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (await store.FindAsync(who, cancellationToken) is not { } member)
            return false;
        var others = member.Views.RemoveAll(kept => kept.Name.Equals(view.Name, StringComparison.OrdinalIgnoreCase));
        if (others.Length >= SavedView.Most)
            return false;
        member.Views = others.Add(view);
        Check(await store.UpdateAsync(member, CancellationToken.None));
        return true;
    }

    /// <summary>Lets a way of looking at the queue go.</summary>
    public async Task ForgetViewAsync(Guid who, string name, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(who, cancellationToken) is not { } member)
            return;
        member.Views = member.Views.RemoveAll(kept => kept.Name == name);
        Check(await store.UpdateAsync(member, CancellationToken.None));
    }

    /// <summary>Ends every session of somebody else's account; false when there is no such account.</summary>
    /// <param name="who">The account.</param>
    /// <param name="by">Who ends them.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    public async Task<bool> SignOutEverywhereAsync(Guid who, Guid by, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(who, cancellationToken) is not { } member)
            return false;
        await EndSessionsAsync(member, by);
        await audit.AppendAsync(new AuditEntry(clock.GetUtcNow(), by, AuditAction.SignedOutEverywhere, who), cancellationToken);
        return true;
    }

    /// <summary>Puts something about an account on the audit record.</summary>
    /// <param name="member">Whose it is, and who did it; null when that is not known.</param>
    /// <param name="action">What.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    /// <param name="detail">A stable code; null for none.</param>
    public async Task RecordAsync(StaffMember? member, AuditAction action, CancellationToken cancellationToken, string? detail = null) =>
        await audit.AppendAsync(new AuditEntry(clock.GetUtcNow(), member?.Id, action, member?.Id, detail), cancellationToken);

    private async Task<StaffMember> MakeAsync(string name, StaffRole role)
    {
        var member = new StaffMember
        {
            Id = Guid.NewGuid(),
            Name = name.Length == 0 ? "" : StaffName.Read(name) ?? throw new ArgumentException("A name has 2 to 60 letters.", nameof(name)),
            Role = role,
            SecurityStamp = NewStamp(),
            CreatedAt = clock.GetUtcNow(),
        };
        Check(await store.CreateAsync(member, CancellationToken.None));
        return member;
    }

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    // Not through Identity, which would ask again whether the name is free: people from elsewhere may share one. Whoever is signed out is in
    // no conversation: closing the page does not call that off.
    private async Task EndSessionsAsync(StaffMember member, Guid? by)
    {
        member.SecurityStamp = NewStamp();
        Check(await store.UpdateAsync(member, CancellationToken.None));
        await hands.EndTalksAsync(member.Id, by, CancellationToken.None);
    }

    private async Task<string?> NameProblemAsync(StaffMember member, string? typed)
    {
        if (StaffName.Read(typed) is not { } name)
            return "Give the name colleagues know you by: 2 to 60 letters.";
        if (await members.FindByNameAsync(name) is not null)
            return "Somebody already has this name. Add a middle name or an initial.";
        member.Name = name;
        return null;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new IOException("The account could not be stored. " + string.Join(' ', result.Errors.Select(error => error.Code)));
    }
}

/// <summary>A set-up link just made.</summary>
/// <param name="Token">What goes at its end.</param>
/// <param name="IsNew">True when the account was made for it.</param>
/// <param name="Member">Whose it is.</param>
public sealed record Invitation(string Token, bool IsNew, StaffRef Member);
