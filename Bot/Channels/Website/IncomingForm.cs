using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ReportBot.Bot.Channels.Website;

/// <summary>A file on its way in: its name as sent, and its bytes straight from the network.</summary>
/// <param name="Name">The file's name as the browser gave it.</param>
/// <param name="Body">Its bytes; to be read before the form is read on.</param>
public sealed record IncomingFile(string Name, Stream Body);

/// <summary>
/// A posted form. Its fields are read into memory; its files come one by one as streams, so that none is ever laid down anywhere in plain.
/// Reading throws <see cref="IOException"/> or <see cref="InvalidDataException"/> for a body that no page of ours sends.
/// </summary>
public sealed class IncomingForm
{
    // Text that is too long is read whole all the same, so that it can be shown again beside the reason.
    private const int MostFieldBytes = 1024 * 1024;

    private readonly MultipartReader? _parts;

    private readonly IFormFields _fields;

    private IncomingForm(MultipartReader? parts, IFormFields fields) => (_parts, _fields) = (parts, fields);

    /// <summary>Opens a form whose fields go to <paramref name="fields"/>. Without files all are read now, with files by <see cref="NextFileAsync"/>.</summary>
    public static async ValueTask<IncomingForm> OpenAsync(HttpRequest request, IFormFields fields, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsMultipart(request.ContentType, out var boundary))
            return new IncomingForm(new MultipartReader(boundary, request.Body), fields);
        await UrlEncodedForm.ReadAsync(request, fields, MostFieldBytes, cancellationToken);
        return new IncomingForm(null, fields);
    }

    /// <summary>Reads on to the next file; null when all is read.</summary>
    public async ValueTask<IncomingFile?> NextFileAsync(CancellationToken cancellationToken)
    {
        while (_parts is not null && await _parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (part.GetContentDispositionHeader() is not { } disposition)
                continue;
            var file = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
            // A file box that was left empty is sent as a file without a name.
            if (file.Length > 0)
                return new IncomingFile(file.ToString(), part.Body);
            if (!disposition.FileName.HasValue)
                _fields.Add(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), await FieldAsync(part.Body, cancellationToken));
        }

        return null;
    }

    private static bool IsMultipart(string? contentType, out string boundary)
    {
        boundary = "";
        if (contentType is null || !contentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return false;
        if (MediaTypeHeaderValue.TryParse(contentType, out var type))
            boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= 70 ? true : throw new InvalidDataException("A multipart form has a boundary of 1 to 70 characters.");
    }

    private static async ValueTask<string> FieldAsync(Stream body, CancellationToken cancellationToken)
    {
        var field = ArrayPool<byte>.Shared.Rent(4096);
        var length = 0;
        try
        {
            for (int read; (read = await body.ReadAsync(field.AsMemory(length), cancellationToken)) > 0;)
            {
                length += read;
                if (length > MostFieldBytes)
                    throw new BadHttpRequestException("A field of the form is too long.", StatusCodes.Status413PayloadTooLarge);
                if (length == field.Length)
                    field = Larger(field);
            }

            return Encoding.UTF8.GetString(field, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(field, clearArray: true);
        }
    }

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full, clearArray: true);
        return larger;
    }
}
