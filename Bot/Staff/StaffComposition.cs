using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Staff.Conversation;
using ReportBot.Bot.Staff.OpenId;
using ReportBot.Bot.Staff.Pages;
using ReportBot.Bot.Staff.Uploads;
using ReportBot.Bot.Storage.Evidence;
using ReportBot.Knowledge.Calendar;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Staff;

/// <summary>The staff console: accounts, sign-in, who may open what, and its pages.</summary>
public static class StaffComposition
{
    /// <summary>Where its pages are. Every page in there needs both steps of sign-in unless it is named here.</summary>
    private const string Pages = "/Staff/Pages";

    // Three times what OWASP asked of PBKDF2-SHA512 in 2023 costs too much on two cores under attack; this is what it asked.
    private const int PasswordRounds = 210_000;

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddStaffAccounts();
        services.AddSignIn();
        services.AddOpenId();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "staff-form";
            options.Cookie.Path = "/staff";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders says DENY.
        });
        services.Configure<RazorPagesOptions>(options => options.Conventions
            .AuthorizeFolder(Pages, StaffPolicies.SignedIn)
            .AllowAnonymousToPage($"{Pages}/SignIn")
            .AllowAnonymousToPage($"{Pages}/SignInCode")
            .AllowAnonymousToPage($"{Pages}/SignInElsewhere")
            .AllowAnonymousToPage($"{Pages}/SignInReturned")
            .AllowAnonymousToPage($"{Pages}/SignInRefused")
            .AllowAnonymousToPage($"{Pages}/SignOutElsewhere")
            .AllowAnonymousToPage($"{Pages}/SetUp")
            // Opened with the password alone, it looks for itself whose.
            .AllowAnonymousToPage($"{Pages}/SecondStep"));
        services.TryAddSingleton(ContactPromises.Standard);
        services.TryAddSingleton(RiskRules.Embedded);
        services.AddSingleton<Transcript>().AddSingleton<CaseFiles>().AddSingleton<CopiesToShare>().AddSingleton<CasePageParts>().AddSingleton<StaffUploads>().AddSingleton<IHoldsFiles, AddedFiles>().AddSingleton<AddedFiles>();
        services.AddSingleton<StaffSessions>().AddSingleton<QueueEventStream>();
        services.AddHostedService<FirstAdministrator>();
        return services;
    }

    /// <summary>Maps what a script of the console asks for beside the pages.</summary>
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/staff/events", routes.ServiceProvider.GetRequiredService<QueueEventStream>().StreamAsync).RequireAuthorization(StaffPolicies.SignedIn);
    }

    /// <summary>Adds the accounts alone, for whoever sets them up outside the console.</summary>
    public static IServiceCollection AddStaffAccounts(this IServiceCollection services)
    {
        services.AddSingleton<ILookupNormalizer, StaffNameNormaliser>();
        services.AddSingleton<IStaffDirectory, StaffDirectory>();
        services.TryAddSingleton<OutboxBell>();
        services.AddSingleton<StaffSignals>().AddSingleton<StaffHands>().AddScoped<StaffStore>().AddScoped<SetUpLinks>().AddScoped<StaffAccounts>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddIdentityCore<StaffMember>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.Password = new PasswordOptions
                {
                    RequiredLength = PasswordRules.Shortest, RequiredUniqueChars = 1,
                    RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
                };
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<StaffStore>()
            .AddSignInManager()
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<StaffPrincipals>()
            .AddTokenProvider<CodeProvider>(TokenOptions.DefaultAuthenticatorProvider);
        return services;
    }

    private static void AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<StaffSessionOptions>()
            .BindConfiguration(StaffSessionOptions.Section)
            .ValidateDataAnnotations()
            .Validate(lasts => lasts.Idle <= lasts.Longest, "StaffSession: Idle must not be longer than Longest.")
            .ValidateOnStart();
        services.AddSingleton<StaffCookies>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme)
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);
        services.ConfigureOptions<StaffCookieOptions>();
        services.AddAuthorizationBuilder()
            .AddPolicy(StaffPolicies.SignedIn, policy => policy.RequireAuthenticatedUser().RequireClaim(StaffClaims.Method, StaffClaims.BothSteps, StaffClaims.Elsewhere));
        services.AddRateLimiter(options => options
            .AddPolicy<string, SignInLimit>(SignInLimit.Policy)
            .RejectionStatusCode = StatusCodes.Status429TooManyRequests);
    }
}

/// <summary>The names of who may open what.</summary>
public static class StaffPolicies
{
    /// <summary>Password and code given: every staff page by default.</summary>
    public const string SignedIn = "staff";
}

/// <summary>How often one address may try to sign in: 30 posts in five minutes. Reading the page is free.</summary>
public sealed class SignInLimit : IRateLimiterPolicy<string>
{
    /// <summary>The policy's name.</summary>
    public const string Policy = "sign-in";

    /// <inheritdoc />
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    /// <inheritdoc />
    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        return HttpMethods.IsPost(httpContext.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                $"from {httpContext.Connection.RemoteIpAddress}",
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(5), SegmentsPerWindow = 5 })
            : RateLimitPartition.GetNoLimiter("reading");
    }
}
