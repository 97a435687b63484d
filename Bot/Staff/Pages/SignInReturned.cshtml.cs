using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ReportBot.Bot.Staff.Pages;

/// <summary>
/// Where somebody arrives from the association's own sign-in. Browsers send no Strict cookie along a way that began on another site, so the
/// way to the console begins anew here, by itself, without script.
/// </summary>
public sealed class SignInReturnedModel : PageModel
{
    /// <summary>Where it goes on to: an address of our own.</summary>
    public string To { get; private set; } = "/staff";

    /// <summary>Shows it.</summary>
    public void OnGet([FromQuery] string? to) => To = Url.IsLocalUrl(to) ? to! : "/staff"; // A local address is not null.
}
