using System.Buffers.Binary;
using System.Text;

namespace ReportBot.Bot.Tests.Storage.Evidence;

/// <summary>A small file of one format, with words in every place where metadata goes and words where picture or sound goes.</summary>
internal sealed record Sample(string Name, string MediaType, byte[] Bytes, bool HasCopy = true)
{
    /// <summary>Stands where a place, a time or a maker would: no copy may hold it.</summary>
    public const string Metadata = "51.1279N-0.0092E-Mill-Lane";

    /// <summary>Stands where picture or sound is: every copy must hold it.</summary>
    public const string Media = "<the picture itself>";

    public override string ToString() => Name;

    public static byte[] Join(params ReadOnlySpan<byte[]> parts)
    {
        using var whole = new MemoryStream();
        foreach (var part in parts)
            whole.Write(part);
        return whole.ToArray();
    }

    public static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Big16(int number) => [(byte)(number >> 8), (byte)number];

    public static byte[] Big32(long number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)number);
        return bytes;
    }

    public static byte[] Little32(long number)
    {
        var bytes = Big32(number);
        Array.Reverse(bytes);
        return bytes;
    }
}
