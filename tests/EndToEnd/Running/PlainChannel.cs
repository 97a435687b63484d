using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;

namespace ReportBot.EndToEnd.Running;

/// <summary>What the other side of a plain channel said: its messages, and what is open after them.</summary>
public sealed record PlainAnswer(IReadOnlyList<string> Messages, string? Question, IReadOnlyList<string> Choices, string? Reference);

/// <summary>Somebody who writes by a channel of plain messages, in a thread of their own. What comes by itself is kept apart from answers.</summary>
public sealed class PlainChannel(RunningService service) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _http = new() { BaseAddress = new Uri(service.Address) };
    private readonly string _thread = System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>The id of the question asked last.</summary>
    public string? Asked { get; private set; }

    /// <summary>Writes, and returns the answer.</summary>
    public async Task<PlainAnswer> SayAsync(string words)
    {
        service.Told.Hear(words);
        using var body = new StringContent(words, Encoding.UTF8, "text/plain");
        using var response = await _http.PostAsync(new Uri($"/plain/{_thread}", UriKind.Relative), body);
        var answer = (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<PlainAnswer>())!; // Never null there.
        Asked = answer.Question ?? Asked;
        return answer;
    }

    /// <summary>Tells a report from the first word on, sends it, and returns its reference.</summary>
    public async Task<string> ReportAsync(IReadOnlyList<string> account, string where, string contact)
    {
        ArgumentNullException.ThrowIfNull(account);
        for (var answer = await SayAsync("hello"); ;)
        {
            if (answer.Reference is { } reference)
                return reference;
            switch (Asked)
            {
                case "account":
                    foreach (var part in account)
                        answer = await SayAsync(part);
                    answer = await SayAsync(Choice(answer, "everything"));
                    break;
                case "where-and-when": answer = await SayAsync(where); break;
                case "contact": answer = await SayAsync(contact); break;
                case "safety": answer = await SayAsync(Choice(answer, "No one is in danger")); break;
                case "role": answer = await SayAsync(Choice(answer, "to me")); break;
                case "perception": answer = await SayAsync(Choice(answer, "Race")); break;
                case "check-answers": answer = await SayAsync(Choice(answer, "Send my report")); break;
                case "where" or "when": answer = await SayAsync(Choice(answer, "Skip")); break;
                default: throw new InvalidOperationException($"The story has no answer to “{Asked}”: {string.Join(" / ", answer.Messages)} [{string.Join(" / ", answer.Choices)}]");
            }
        }
    }

    /// <summary>Everything that came by itself so far.</summary>
    public async Task<PlainAnswer> CameAsync() => (await _http.GetFromJsonAsync<PlainAnswer>(new Uri($"/plain/{_thread}", UriKind.Relative)))!; // Never null there.

    /// <summary>Everything that came by itself, once these words are in it.</summary>
    public async Task<PlainAnswer> CameAsync(string words)
    {
        for (var look = 0; look < 300; look++, await Task.Delay(Pause, TimeProvider.System))
            if (await CameAsync() is var came && came.Messages.Any(message => message.Contains(words, StringComparison.Ordinal)))
                return came;
        throw new TimeoutException("It did not come.");
    }

    /// <summary>Takes the channel down, or up again.</summary>
    public async Task BeDownAsync(bool isDown)
    {
        using var response = await _http.PutAsync(new Uri($"/plain?down={(isDown ? "true" : "false")}", UriKind.Relative), content: null);
        response.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static string Choice(PlainAnswer answer, string words) =>
        answer.Choices.FirstOrDefault(choice => choice.Contains(words, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No choice says “{words}”: {string.Join(" / ", answer.Choices)}");
}
