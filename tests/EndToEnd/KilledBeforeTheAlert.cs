using ReportBot.EndToEnd.Pages;
using ReportBot.EndToEnd.Running;

namespace ReportBot.EndToEnd;

/// <summary>Somebody writes of danger and nobody has the console open. The process is killed before it was decided, and again before it went.</summary>
public sealed class KilledBeforeTheAlert : IAsyncLifetime, IDisposable
{
    private readonly House _house = new();
    private readonly AlertReceiver _receiver = new();

    public Task InitializeAsync()
    {
        _house.Service.Set("Alerts__Site", "https://reports.example.org");
        _house.Service.Set("Alerts__Webhook__Url", _receiver.Address);
        _house.Service.Set("Alerts__Webhook__Secret", "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
        return _house.InitializeAsync();
    }

    public Task DisposeAsync() => _house.DisposeAsync();

    public void Dispose()
    {
        _house.Dispose();
        _receiver.Dispose();
    }

    [Fact]
    public async Task It_goes_out_all_the_same_and_says_nothing_of_it()
    {
        // Somebody to tell, who has just had the console open: nothing goes out before the first kill.
        await using (await _house.AdministratorAsync())
        {
        }

        await using var resident = await _house.VisitAsync();
        var chat = await (await resident.Chat.BeginAsync()).ReportAsync();
        await chat.SayAsync("He is outside my door now with a knife and says he will kill me");

        await _house.Service.RestartAsync();
        var (id, _) = await _receiver.NextAsync();
        await _house.Service.KillAsync();
        _receiver.Takes = true;
        await _house.Service.StartAsync();
        var (again, body) = await _receiver.NextAsync();
        // The report is urgent and the message speaks of danger: each is an alert of its own, and either may come first.
        while (again != id)
            (again, body) = await _receiver.NextAsync();

        Assert.Contains("something urgent waits in the urgent queue. Sign in.", body, StringComparison.Ordinal);
        foreach (var told in (string[])["knife", "door", "Sam", "07700", .. ChatPage.Told])
            Assert.DoesNotContain(told, body, StringComparison.OrdinalIgnoreCase);
    }
}
