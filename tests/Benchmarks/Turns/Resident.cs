using System.Text;
using ReportBot.Benchmarks.Serving;

namespace ReportBot.Benchmarks.Turns;

/// <summary>
/// A person who tells what happened, over and over: safety, an account in several messages, the questions that are left, going back,
/// changing answers, adding to the account, asking for help, and then everything again from the start.
/// </summary>
internal sealed class Resident(Connection connection, int number)
{
    private const int MessagesOfAnAccount = 4;

    // About sixty words each, as people write on a phone: mostly what happened, some of it twice.
    private static readonly string[] Story =
    [
        "Last Tuesday about 6 in the evening I was coming up the stairs to my flat on Mill Lane with my shopping when the man from number 14 came out and started shouting at me. He called me a dirty foreigner and told me to go back to my own country. His friend was standing behind him and laughing and filming it all on his phone.",
        "It is not the first time. Since August they have been banging on our door late at night and putting rubbish through the letter box, and my daughter who is seven is now too scared to play outside. On Friday somebody wrote words on our front door with a black marker and I had to scrub it off before the children came home from school.",
        "My mother uses a wheelchair and they park across the ramp on purpose so that she cannot get out. When I asked them to move they laughed and said people like us should not have been given the flat. A neighbour at number 9 saw it and told me she would say so, and I have some photos of the car and of the door.",
        "I have told the police once and they gave me a number but nobody came to see us. I do not sleep well and I keep the curtains closed. I would like somebody to talk to them and tell them to stop, and I would like to know what you can do about the rubbish and about the parking, because we cannot go on living like this for much longer.",
    ];

    private static readonly string[] AfterChecking = ["!back", "!change:perception", "!help", "!change:account", "!change:where-and-when", "!change", "!start-again"];

    private readonly byte[] _request = new byte[8 * 1024];
    private string _cookie = "";
    private string _turn = "";
    private string _question = "";
    private string _seed = "";
    private string _after = "0";
    private int _told = number;
    private int _left = MessagesOfAnAccount;
    private int _checked;

    /// <summary>Opens the chat page, as a browser does, and says the first thing.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await connection.SendAsync("GET /chat HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), cancellationToken);
        Take();
        _seed = Value("seed"u8);
        await SayAsync(cancellationToken);
        var cookie = connection.Head[(connection.Head.IndexOf("conversation="u8))..];
        _cookie = Encoding.ASCII.GetString(cookie[..cookie.IndexOf((byte)';')]);
        _seed = "";
    }

    /// <summary>Says the next thing and reads what is asked then. Throws when anything but an answer comes back.</summary>
    public async ValueTask SayAsync(CancellationToken cancellationToken)
    {
        var body = $"turn={_turn}&after={_after}&question={_question}{(_seed.Length > 0 ? "&seed=" + _seed : "")}&{Next()}";
        var cookie = _cookie.Length > 0 ? "Cookie: " + _cookie + "\r\n" : "";
        var text = $"POST /chat HTTP/1.1\r\nHost: localhost\r\nHX-Request: true\r\nSec-Fetch-Site: same-origin\r\n{cookie}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        var length = Encoding.ASCII.GetBytes(text, _request);
        await connection.SendAsync(_request.AsMemory(0, length), cancellationToken);
        Take();
    }

    private void Take()
    {
        if (connection.Status != 200)
            throw new InvalidOperationException($"The server answered {connection.Status} to \"{_question}\": {Encoding.UTF8.GetString(connection.Body)}");
        (_turn, _after, _question) = (Value("turn"u8), Value("after"u8), Value("question"u8));
        if (_turn.Length == 0)
            throw new InvalidOperationException("The answer holds no form: " + Encoding.UTF8.GetString(connection.Body));
    }

    private string Next() => _question switch
    {
        "safety" => "choice=safe&text=",
        "account" => _left-- > 0 ? "text=" + Words(Story[_told++ % Story.Length]) : "choice=everything&text=",
        "role" => "choice=me&text=",
        "where-and-when" => "text=" + Words("On the stairs outside my flat, last Tuesday about 6 in the evening"),
        "where" => "text=" + Words("On the stairs outside my flat"),
        "when" => "text=" + Words("last Tuesday about 6"),
        "perception" => "choice=race&choice=disability&text=",
        "contact" => "text=" + Words("Sam Carter, 07700 900123, please text and do not call"),
        "check-answers" => Check(),
        "start-again" => StartAgain(),
        "change" => "choice=!carry-on&text=",
        "" => throw new InvalidOperationException("Nothing is asked."),
        _ => "choice=!skip&text=",
    };

    private string Check()
    {
        _left = 1;
        return $"choice={AfterChecking[_checked++ % AfterChecking.Length]}&text=";
    }

    private string StartAgain()
    {
        _left = MessagesOfAnAccount;
        return "choice=yes&text=";
    }

    private string Value(ReadOnlySpan<byte> name)
    {
        Span<byte> field = stackalloc byte[32];
        "name=\""u8.CopyTo(field);
        name.CopyTo(field[6..]);
        "\" value=\""u8.CopyTo(field[(6 + name.Length)..]);
        field = field[..(6 + name.Length + 9)];
        var body = connection.Body;
        var at = body.LastIndexOf(field);
        if (at < 0)
            return "";
        body = body[(at + field.Length)..];
        return Encoding.ASCII.GetString(body[..body.IndexOf((byte)'"')]);
    }

    private static string Words(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
