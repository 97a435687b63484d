namespace ReportBot.Bot.Tests.Site;

public sealed class PublicPages(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    private const string DangerLine =
        "In danger? Call 999. Can't speak on a mobile? Stay on the line, cough or tap, press 55 when told. Deaf: 999 BSL, Relay UK 18000, or text 999 if you are already registered.";

    public static TheoryData<string> Addresses => new("/", "/help-now", "/before-you-start", "/privacy", "/accessibility", "/chat", "/chat/return", "/chat/closed", "/about-you", "/about-you/thanks");

    [Theory, MemberData(nameof(Addresses))]
    public async Task Begin_with_exit_and_999_before_any_script(string address)
    {
        var page = await service.PageAsync(address);

        var order = page.QuerySelectorAll("a, p, script").ToList();
        Assert.Equal("Exit this page", order[0].TextContent);
        Assert.Equal("/exit", order[0].GetAttribute("href"));
        Assert.Equal(DangerLine, order[1].TextContent);
        Assert.NotNull(order[1].QuerySelector("a[href='tel:999']"));
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Offer_exit_again_at_the_end_for_assistive_technology(string address)
    {
        var page = await service.PageAsync(address);

        Assert.Equal("/exit", page.QuerySelectorAll("a")[^1].GetAttribute("href"));
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Set_no_cookie_and_are_kept_nowhere(string address)
    {
        using var response = await service.Client().GetAsync(new Uri(address, UriKind.Relative));

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Load_nothing_from_another_origin_and_hold_no_inline_code(string address)
    {
        var page = await service.PageAsync(address);

        Assert.All(page.QuerySelectorAll("script"), script => Assert.StartsWith("/", script.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("link, img"), part => Assert.StartsWith("/", part.GetAttribute("href") ?? part.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("style, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Link_only_to_pages_that_are_there(string address)
    {
        var page = await service.PageAsync(address);

        var linked = page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)
            .Where(href => href.StartsWith('/') && href != "/exit").Distinct();
        foreach (var href in linked)
        {
            using var response = await service.Client().GetAsync(new Uri(href, UriKind.Relative));
            Assert.True(response.IsSuccessStatusCode, href);
        }
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Have_a_title_that_gives_nobody_away(string address)
    {
        var page = await service.PageAsync(address);

        // Titles stay in the browser's history.
        Assert.EndsWith("West Kent", page.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("hate", page.Title!, StringComparison.OrdinalIgnoreCase);
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Explain_leaving_and_the_browser_history_before_the_conversation()
    {
        var home = await service.PageAsync("/");
        var before = await service.PageAsync("/before-you-start");

        Assert.Equal("/before-you-start", home.QuerySelector("a.main")!.GetAttribute("href"));
        Assert.Contains("Your browser still keeps a list of the pages", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/chat?start=1", before.QuerySelector("a.main")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Serve_their_files_compressed_and_for_good()
    {
        var page = await service.PageAsync("/");
        var style = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        using var request = new HttpRequestMessage(HttpMethod.Get, style);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await service.Client().SendAsync(request);

        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
        Assert.Contains("immutable", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, 8_000);
    }
}
