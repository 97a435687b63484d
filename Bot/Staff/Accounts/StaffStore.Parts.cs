using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>The parts of an account as Identity asks for them, one interface a part. Nothing here is stored before <see cref="UpdateAsync"/>.</summary>
public sealed partial class StaffStore :
    IUserPasswordStore<StaffMember>,
    IUserSecurityStampStore<StaffMember>,
    IUserLockoutStore<StaffMember>,
    IUserTwoFactorStore<StaffMember>,
    IUserAuthenticatorKeyStore<StaffMember>,
    IUserTwoFactorRecoveryCodeStore<StaffMember>
{
    /// <inheritdoc />
    public Task<string> GetUserIdAsync(StaffMember user, CancellationToken cancellationToken) => Got(user, member => member.Id.ToString("N"));

    /// <inheritdoc />
    public Task<string?> GetUserNameAsync(StaffMember user, CancellationToken cancellationToken) => Got<string?>(user, member => member.Name);

    /// <inheritdoc />
    public Task SetUserNameAsync(StaffMember user, string? userName, CancellationToken cancellationToken) => Set(user, member => member.Name = userName ?? "");

    /// <inheritdoc />
    public Task<string?> GetNormalizedUserNameAsync(StaffMember user, CancellationToken cancellationToken) => Got<string?>(user, member => names.NormalizeName(member.Name));

    /// <summary>The normalised name is worked out when the account is stored.</summary>
    public Task SetNormalizedUserNameAsync(StaffMember user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task SetPasswordHashAsync(StaffMember user, string? passwordHash, CancellationToken cancellationToken) => Set(user, member => member.PasswordHash = passwordHash);

    /// <inheritdoc />
    public Task<string?> GetPasswordHashAsync(StaffMember user, CancellationToken cancellationToken) => Got(user, member => member.PasswordHash);

    /// <inheritdoc />
    public Task<bool> HasPasswordAsync(StaffMember user, CancellationToken cancellationToken) => Got(user, member => member.PasswordHash is not null);

    /// <inheritdoc />
    public Task SetSecurityStampAsync(StaffMember user, string stamp, CancellationToken cancellationToken) => Set(user, member => member.SecurityStamp = stamp);

    /// <inheritdoc />
    public Task<string?> GetSecurityStampAsync(StaffMember user, CancellationToken cancellationToken) => Got<string?>(user, member => member.SecurityStamp);

    /// <inheritdoc />
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(StaffMember user, CancellationToken cancellationToken) => Got(user, member => member.LockedUntil);

    /// <inheritdoc />
    public Task SetLockoutEndDateAsync(StaffMember user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Set(user, member => member.LockedUntil = lockoutEnd);

    /// <inheritdoc />
    public Task<int> IncrementAccessFailedCountAsync(StaffMember user, CancellationToken cancellationToken) => Got(user, member => ++member.FailedTries);

    /// <inheritdoc />
    public Task ResetAccessFailedCountAsync(StaffMember user, CancellationToken cancellationToken) => Set(user, member => member.FailedTries = 0);

    /// <inheritdoc />
    public Task<int> GetAccessFailedCountAsync(StaffMember user, CancellationToken cancellationToken) => Got(user, member => member.FailedTries);

    /// <summary>Every account can be locked.</summary>
    public Task<bool> GetLockoutEnabledAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Every account can be locked, whatever is asked.</summary>
    public Task SetLockoutEnabledAsync(StaffMember user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task SetTwoFactorEnabledAsync(StaffMember user, bool enabled, CancellationToken cancellationToken) => Set(user, member => member.HasSecondStep = enabled);

    /// <inheritdoc />
    public Task<bool> GetTwoFactorEnabledAsync(StaffMember user, CancellationToken cancellationToken) => Got(user, member => member.HasSecondStep);

    /// <inheritdoc />
    public Task SetAuthenticatorKeyAsync(StaffMember user, string key, CancellationToken cancellationToken) => Set(user, member => member.AuthenticatorKey = key);

    /// <inheritdoc />
    public Task<string?> GetAuthenticatorKeyAsync(StaffMember user, CancellationToken cancellationToken) => Got(user, member => member.AuthenticatorKey);

    /// <inheritdoc />
    public Task ReplaceCodesAsync(StaffMember user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Set(user, member => member.RecoveryCodes = [.. recoveryCodes.Select(Hashed)]);

    /// <inheritdoc />
    public Task<int> CountCodesAsync(StaffMember user, CancellationToken cancellationToken) => Got(user, member => member.RecoveryCodes.Length);

    /// <inheritdoc />
    public async Task<bool> RedeemCodeAsync(StaffMember user, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(code);
        var hash = Hashed(code);
        if (!user.RecoveryCodes.Contains(hash, StringComparer.Ordinal))
            return false;
        user.RecoveryCodes = user.RecoveryCodes.Remove(hash);
        // Stored at once: two browsers with one code must not both get in.
        return (await UpdateAsync(user, cancellationToken)).Succeeded;
    }

    // A recovery code has enough random bits that a plain hash keeps it.
    private static string Hashed(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant())));

    private static Task<T> Got<T>(StaffMember user, Func<StaffMember, T> get)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(get(user));
    }

    private static Task Set(StaffMember user, Action<StaffMember> set)
    {
        ArgumentNullException.ThrowIfNull(user);
        set(user);
        return Task.CompletedTask;
    }
}
