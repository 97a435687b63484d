using System.Buffers;
using System.Text;

namespace ReportBot.Bot.Channels.Website;

/// <summary>
/// Reads a form's fields as browsers encode them. The framework's reader refuses a whole form for one NUL character; here the words
/// around it are not lost.
/// </summary>
public static class UrlEncodedForm
{
    /// <summary>
    /// Reads the body into fields. Throws <see cref="BadHttpRequestException"/> (413) when it is longer than <paramref name="most"/> bytes.
    /// </summary>
    public static async ValueTask ReadAsync(HttpRequest request, IFormFields fields, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(fields);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > most)
                throw new BadHttpRequestException("The form is too long.", StatusCodes.Status413PayloadTooLarge);
            if (read.IsCompleted)
            {
                Parse(read.Buffer, fields);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static void Parse(ReadOnlySequence<byte> body, IFormFields fields)
    {
        var bytes = ArrayPool<byte>.Shared.Rent((int)body.Length);
        var form = bytes.AsSpan(0, (int)body.Length);
        body.CopyTo(form);
        foreach (var range in form.Split((byte)'&'))
        {
            var field = form[range];
            var equals = field.IndexOf((byte)'=');
            if (equals > 0)
                fields.Add(Decode(field[..equals]), Decode(field[(equals + 1)..]));
        }

        form.Clear();
        ArrayPool<byte>.Shared.Return(bytes);
    }

    // In place: what is decoded is never longer. What is no escape stays as it is, as browsers and servers agree.
    private static string Decode(Span<byte> encoded)
    {
        var length = 0;
        for (var index = 0; index < encoded.Length; index++)
            encoded[length++] = encoded[index] switch
            {
                (byte)'+' => (byte)' ',
                (byte)'%' when index + 2 < encoded.Length && char.IsAsciiHexDigit((char)encoded[index + 1]) && char.IsAsciiHexDigit((char)encoded[index + 2])
                    => (byte)((Hex(encoded[++index]) << 4) | Hex(encoded[++index])),
                var plain => plain,
            };
        return Encoding.UTF8.GetString(encoded[..length]);
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
