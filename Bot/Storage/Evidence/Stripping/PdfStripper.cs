using System.Globalization;
using System.Text;

namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>
/// PDF (ISO 32000): the document information, the XMP streams and the metadata inside JPEG pictures are overwritten where they lie. A document
/// that is encrypted, carries other files or programs, or keeps these parts where they cannot be found for certain has no copy.
/// </summary>
internal sealed class PdfStripper
{
    private const byte Space = (byte)' ';
    private const int MostRevisions = 32;
    private const int MostStreams = 2000;
    private const int LongestDictionary = 16 * 1024;
    private const int Tail = 1024;

    private readonly PdfText _text;
    private readonly InPlaceEdits _edits;
    private readonly List<(long Start, long End)> _erased = [];

    private PdfStripper(Content document) => (_text, _edits) = (new PdfText(document), new InPlaceEdits(document.Length));

    private static ReadOnlySpan<byte> Nothing => " <<>>"u8;

    public static CopyPlan? Plan(Content document) => new PdfStripper(document).Plan();

    private CopyPlan? Plan()
    {
        if (_text.Has("/Encrypt"u8) || _text.Has("/EmbeddedFile"u8) || _text.Has("/JavaScript"u8) || !IsWhole() || !EraseInformation() || !EraseXmp())
            return null;
        ErasePhotos();
        _erased.Sort();
        // What still looks like metadata lies where we did not look for it.
        return IsLeft("<x:xmpmeta"u8) || IsLeft("/Author"u8) || IsLeft("/Producer"u8) || IsLeft("/Creator"u8) ? null : _edits.ToPlan();
    }

    // A document that was cut off has lost the table that says where its parts are.
    private bool IsWhole() => _text.Next("%%EOF"u8, Math.Max(0, _text.Document.Length - Tail)) >= 0;

    /// <summary>Every trailer, old or new, may name its own information dictionary.</summary>
    private bool EraseInformation()
    {
        var name = "/Info"u8;
        var done = new HashSet<long>();
        for (var at = _text.Next(name, 0); at >= 0; at = _text.Next(name, at))
        {
            at += name.Length;
            if (_text.IsInName(at))
                continue;
            if (_text.Reference(at) is not { } number || (done.Add(number) && (done.Count > MostRevisions || !EraseObjects(number))))
                return false;
        }

        return true;
    }

    /// <summary>Empties every version of an object; false when there is none in the open.</summary>
    private bool EraseObjects(long number)
    {
        var found = false;
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} "));
        for (var at = _text.Next(head, 0); at >= 0; at = _text.Next(head, at + 1))
        {
            if (_text.IsDigit(at - 1) || _text.ObjectBody(at + head.Length) is not { } body)
                continue;
            var end = _text.Next("endobj"u8, body);
            if (end < 0 || _text.Has("stream"u8, body, end) || _erased.Count == MostRevisions)
                return false;
            found = true;
            if (end - body < Nothing.Length || _erased.Contains((body, end)))
                continue;
            _edits.Write(body, Nothing.ToArray());
            Erase(body, body + Nothing.Length, end, Space);
        }

        return found;
    }

    private bool EraseXmp()
    {
        var name = "/Metadata"u8;
        for (var at = _text.Next(name, 0); at >= 0; at = _text.Next(name, at))
        {
            // "/Type /Metadata" starts such a stream; "/Metadata 12 0 R" only points to one.
            var isStream = _text.IsType(at);
            at += name.Length;
            if (!isStream)
                continue;
            var start = _text.Document.IndexOf("stream"u8, at, Math.Min(_text.Document.Length, at + LongestDictionary));
            var end = start < 0 ? -1 : _text.Next("endstream"u8, start);
            if (end < 0 || _text.Has("endobj"u8, at, start) || _erased.Count > MostStreams)
                return false;
            var body = _text.StreamBody(start);
            Erase(body, body, end, Space);
            at = end;
        }

        return true;
    }

    /// <summary>Photos lie in a document as they came from the camera.</summary>
    private void ErasePhotos()
    {
        ReadOnlySpan<byte> photo = [0xFF, 0xD8, 0xFF];
        var found = new List<(long Start, long End)>();
        for (var at = _text.Next(photo, 0); at >= 0; at = _text.Next(photo, at))
        {
            var isPhoto = _text.IsStreamBody(at);
            var end = isPhoto ? _text.Next("endstream"u8, at) : at + 1;
            if (end < 0)
                break;
            at = isPhoto ? JpegStripper.FindMetadata(_text.Document, at, end, found) : end;
        }

        foreach (var (start, end) in found)
            Erase(start, start, end, with: 0);
    }

    private void Erase(long start, long filledFrom, long end, byte with)
    {
        _edits.Fill(filledFrom, end - filledFrom, with);
        _erased.Add((start, end));
    }

    private bool IsLeft(ReadOnlySpan<byte> sign)
    {
        var next = 0;
        for (var at = _text.Next(sign, 0); at >= 0; at = _text.Next(sign, at + 1))
        {
            while (next < _erased.Count && _erased[next].End <= at)
                next++;
            if (next == _erased.Count || at < _erased[next].Start)
                return true;
        }

        return false;
    }
}
