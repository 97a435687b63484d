using System.Globalization;
using System.Text;

namespace ReportBot.Bot.Staff.Qr;

/// <summary>
/// Draws text as a QR code (ISO/IEC 18004): bytes, versions 1 to 10, error correction M. That is 213 bytes at most, enough for the address
/// that sets up an authenticator app, and nothing has to be loaded from anywhere to draw it.
/// </summary>
public static class QrCode
{
    private const int QuietZone = 4;

    /// <summary>The code as an SVG picture, dark on light whatever the page's colours; null when the text is too long.</summary>
    public static string? Svg(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (QrData.Of(Encoding.UTF8.GetBytes(text)) is not { } data)
            return null;
        var matrix = QrMatrix.Best(data);
        var side = matrix.Size + (2 * QuietZone);
        var path = new StringBuilder();
        for (var y = 0; y < matrix.Size; y++)
            for (var x = 0; x < matrix.Size; x++)
                if (matrix[x, y])
                    path.Append(CultureInfo.InvariantCulture, $"M{x + QuietZone} {y + QuietZone}h1v1h-1z");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path fill="#000" d="{path}"/></svg>""");
    }
}
