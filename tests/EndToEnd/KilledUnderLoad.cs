using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ReportBot.EndToEnd.Running;
using Xunit.Abstractions;

namespace ReportBot.EndToEnd;

/// <summary>Sixteen conversations talk while the process is killed again and again. What was acknowledged is there, once.</summary>
public sealed class KilledUnderLoad(ITestOutputHelper output)
{
    private const int Conversations = 16;
    private const int DefaultKills = 20;

    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("REPORTBOT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : DefaultKills;

    [Fact]
    public async Task Every_acknowledged_message_is_there_and_none_twice()
    {
        await using var service = new RunningService(("Website__MessagesPerMinute", "1000000"));
        await service.StartAsync();
        var load = new Load(service);
        var talkers = Enumerable.Range(1, Conversations).Select(number => new Talker(number, load)).ToList();
        var talking = talkers.Select(talker => talker.TalkAsync()).ToList();

        for (var kill = 0; kill < Kills; kill++)
        {
            // After some answers, and then a little later: somewhere in the middle of the others' turns.
            await load.MoreAsync(Random.Shared.Next(8, 80));
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(25)), TimeProvider.System);
            load.GoDown();
            await service.RestartAsync();
            load.ComeUp();
        }

        await load.MoreAsync(Conversations);
        load.End();
        await Task.WhenAll(talking);

        foreach (var talker in talkers)
            await talker.CheckAsync();
        output.WriteLine($"{Kills} kills, {load.Taken} messages acknowledged, {talkers.Sum(talker => talker.Repeats)} sent again.");
        talkers.ForEach(talker => talker.Dispose());
    }

    /// <summary>What the talkers share: whether the service is up, and how much was taken.</summary>
    private sealed class Load(RunningService service)
    {
        private TaskCompletionSource _up = Done();
        private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _taken;
        private int _wanted = int.MaxValue;

        public RunningService Service => service;

        public int Taken => _taken;

        public bool HasEnded { get; private set; }

        public Task Up => Volatile.Read(ref _up).Task;

        public void GoDown() => Volatile.Write(ref _up, new(TaskCreationOptions.RunContinuationsAsynchronously));

        public void ComeUp() => _up.SetResult();

        public void End() => HasEnded = true;

        public Task MoreAsync(int count)
        {
            var more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _more, more);
            Volatile.Write(ref _wanted, Volatile.Read(ref _taken) + count);
            return more.Task.WaitAsync(TimeSpan.FromMinutes(2));
        }

        public void Take()
        {
            if (Interlocked.Increment(ref _taken) >= Volatile.Read(ref _wanted))
                Volatile.Read(ref _more).TrySetResult();
        }

        private static TaskCompletionSource Done()
        {
            var done = new TaskCompletionSource();
            done.SetResult();
            return done;
        }
    }

    /// <summary>Somebody who sends one message after the other, and each again until it is answered.</summary>
    private sealed class Talker(int number, Load load) : IDisposable
    {
        private readonly List<string> _acknowledged = [];
        private readonly PlainBrowser _page = new(load.Service);
        private readonly CookieContainer _cookies = new();
        private SocketsHttpHandler? _handler;
        private HttpClient? _client;

        public int Repeats { get; private set; }

        public async Task TalkAsync()
        {
            await _page.BeginAsync();
            _cookies.Add(new Uri(load.Service.Address), new Cookie("conversation", _page.Cookie, "/"));
            _handler = new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false };
            _client = new HttpClient(_handler) { BaseAddress = new Uri(load.Service.Address), Timeout = TimeSpan.FromSeconds(60) };
            for (var message = 1; !load.HasEnded; message++)
            {
                var text = $"talker {number} message {message}";
                load.Service.Told.Hear(text);
                while (!await IsTakenAsync(text, $"talk-{number}-{message}"))
                {
                    Repeats++;
                    await load.Up;
                }

                _acknowledged.Add(text);
                load.Take();
            }
        }

        public async Task CheckAsync()
        {
            await _page.OpenAsync();
            Assert.Equal(_acknowledged, _page.Own.Where(own => own.StartsWith("talker ", StringComparison.Ordinal)));
        }

        public void Dispose()
        {
            _page.Dispose();
            _client?.Dispose();
            _handler?.Dispose();
        }

        // The same message under the same id each time, as the page's form sends it again when no answer came.
        private async Task<bool> IsTakenAsync(string text, string turn)
        {
            using var form = new FormUrlEncodedContent([new("turn", turn), new("after", "1"), new("question", "account"), new("text", text)]);
            try
            {
                using var answer = await _client!.PostAsync(new Uri("/chat", UriKind.Relative), form);
                Assert.True(
                    answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.ServiceUnavailable, $"Answered {answer.StatusCode} to {turn}.");
                return answer.StatusCode is HttpStatusCode.SeeOther && answer.Headers.Location!.ToString().EndsWith("#latest", StringComparison.Ordinal);
            }
            catch (Exception cut) when (cut is HttpRequestException or SocketException or IOException or TaskCanceledException)
            {
                return false;
            }
        }
    }
}
