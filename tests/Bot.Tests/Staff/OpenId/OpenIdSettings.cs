using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Staff.OpenId;

namespace ReportBot.Bot.Tests.Staff.OpenId;

public sealed class OpenIdSettings
{
    private static readonly Dictionary<string, string> Roles = new() { ["group"] = "caseworker" };

    public static TheoryData<OpenIdOptions, string> Wrong => new()
    {
        { new() { ClientId = "x" }, "set Tenant for Microsoft Entra ID" },
        { new() { Roles = Roles }, "set Tenant for Microsoft Entra ID" },
        { new() { Tenant = Guid.NewGuid(), Roles = Roles }, "ClientId is missing" },
        { new() { Tenant = Guid.NewGuid(), ClientId = "x" }, "Roles is empty" },
        { new() { Tenant = Guid.NewGuid(), ClientId = "x", Roles = new Dictionary<string, string> { ["group"] = "king" } }, "Roles gives group a role that is none" },
        { new() { Tenant = Guid.Empty, ClientId = "x", Roles = Roles }, "Tenant is the id of one tenant" },
        { new() { Tenant = Guid.NewGuid(), ClientId = "x", ClientSecret = "", Roles = Roles }, "ClientSecret must not be empty" },
        { new() { Authority = new Uri("http://login.example/"), ClientId = "x", Roles = Roles }, "absolute https address" },
        { new() { Authority = new Uri("/here", UriKind.Relative), ClientId = "x", Roles = Roles }, "absolute https address" },
        { new() { Authority = new Uri("https://login.microsoftonline.com/common/v2.0"), ClientId = "x", Roles = Roles }, "set Tenant and leave Authority out" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Say_what_is_wrong(OpenIdOptions options, string problem)
    {
        var problems = new List<ValidationResult>();

        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);

        Assert.Contains(problems, one => one.ErrorMessage!.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Need_for_entra_only_tenant_application_and_roles()
    {
        var tenant = new Guid("5c1f7c3e-0000-4000-8000-0000000000aa");
        var options = new OpenIdOptions { Tenant = tenant, ClientId = "x", Roles = Roles };

        Assert.True(Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
        Assert.Equal("https://login.microsoftonline.com/5c1f7c3e-0000-4000-8000-0000000000aa/v2.0", options.Issuer!.ToString());
    }

    [Fact]
    public async Task That_are_wrong_keep_the_service_from_starting()
    {
        using var console = new ConsoleUnderTest { Adjust = builder => builder.Configuration["OpenId:Tenant"] = Guid.NewGuid().ToString() };

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(console.InitializeAsync);

        Assert.Contains("ClientId is missing", failure.Message, StringComparison.Ordinal);
        await console.DisposeAsync();
    }

    [Fact]
    public async Task That_are_not_there_leave_it_off()
    {
        using var console = new ConsoleUnderTest();
        await console.InitializeAsync();

        foreach (var address in new[] { "/staff/sign-in/elsewhere", "/staff/sign-in/openid", "/staff/sign-in/refused?why=NoRole", "/staff/sign-out/elsewhere" })
            Assert.Equal(HttpStatusCode.NotFound, (await console.Browser().OpenAsync(address)).Status);
        Assert.DoesNotContain("Microsoft", (await console.Browser().OpenAsync("/staff/sign-in")).Text, StringComparison.Ordinal);
        await console.DisposeAsync();
    }
}
