using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ReportBot.Bot.Channels.Website;

/// <summary>
/// The only cookie there is: a session cookie, unreadable to scripts and to anyone but us, sent by our own pages alone. It is set by
/// the first message, never by looking at a page.
/// </summary>
public sealed class ChatCookie(IDataProtectionProvider protection)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "conversation";

    // Opening a cookie costs more than the rest of a form together, and a conversation sends the same one with every message.
    private const int MostRemembered = 4096;

    private readonly IDataProtector _protector = protection.CreateProtector("ReportBot.Website.Session.v1");
    private ConcurrentDictionary<string, ChatSession> _opened = new(StringComparer.Ordinal);

    /// <summary>True when the browser sent one, genuine or not.</summary>
    public static bool IsSent(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies.ContainsKey(Name);
    }

    /// <summary>Reads the cookie; false when there is none, or it is not ours.</summary>
    public bool TryRead(HttpRequest request, [NotNullWhen(true)] out ChatSession? session)
    {
        ArgumentNullException.ThrowIfNull(request);
        session = null;
        if (!request.Cookies.TryGetValue(Name, out var value) || value.Length > 1024)
            return false;
        if (_opened.TryGetValue(value, out session))
            return true;
        session = Open(value);
        if (session is null)
            return false;
        if (_opened.Count >= MostRemembered)
            _opened = new(StringComparer.Ordinal);
        _opened[value] = session;
        return true;
    }

    /// <summary>Sets it.</summary>
    public void Write(HttpContext context, ChatSession session)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(session);
        var value = string.Create(
            CultureInfo.InvariantCulture, $"{session.Thread} {session.Session} {session.HiddenThrough} {(session.OnlyStatus ? 1 : 0)}");
        context.Response.Cookies.Append(Name, _protector.Protect(value), Options(context));
    }

    /// <summary>Takes it away.</summary>
    public static void Expire(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Delete(Name, Options(context));
    }

    private ChatSession? Open(string value)
    {
        try
        {
            var parts = _protector.Unprotect(value).Split(' ');
            return new ChatSession(
                parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3] == "1");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
