using Microsoft.AspNetCore.Identity;

namespace ReportBot.Bot.Staff.Accounts;

/// <summary>Checks the code of the second step. A code is taken once: seen over a shoulder, it is worth nothing.</summary>
internal sealed class CodeProvider(TimeProvider clock) : IUserTwoFactorTokenProvider<StaffMember>
{
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<StaffMember> manager, StaffMember user) =>
        Task.FromResult(user.AuthenticatorKey is not null);

    // The phone makes the codes; nothing is ever sent from here.
    public Task<string> GenerateAsync(string purpose, UserManager<StaffMember> manager, StaffMember user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<StaffMember> manager, StaffMember user)
    {
        if (user.AuthenticatorKey is null || Totp.Match(user.AuthenticatorKey, token, clock.GetUtcNow()) is not { } step || step <= user.LastCodeStep)
            return false;
        user.LastCodeStep = step;
        // Stored before it counts: of two sign-ins with one code, one is refused.
        return (await manager.UpdateAsync(user)).Succeeded;
    }
}
