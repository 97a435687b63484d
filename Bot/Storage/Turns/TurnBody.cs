using System.Buffers.Binary;
using ReportBot.Bot.Conversations;

namespace ReportBot.Bot.Storage.Turns;

/// <summary>
/// The part of a turn that is encrypted, as bytes: format (1), when (8), the lengths of keys, inbound and replies (4 each, little-endian),
/// then these three and the state, which goes to the end.
/// </summary>
internal static class TurnBody
{
    private const byte Format = 1;
    private const int HeaderSize = 1 + 8 + (3 * 4);

    public static int Size(Turn turn) => HeaderSize + turn.Keys.Length + turn.Inbound.Length + turn.Replies.Length + turn.State.Length;

    public static void Write(Turn turn, Span<byte> body)
    {
        body[0] = Format;
        BinaryPrimitives.WriteInt64LittleEndian(body[1..], turn.At.UtcTicks);
        BinaryPrimitives.WriteInt32LittleEndian(body[9..], turn.Keys.Length);
        BinaryPrimitives.WriteInt32LittleEndian(body[13..], turn.Inbound.Length);
        BinaryPrimitives.WriteInt32LittleEndian(body[17..], turn.Replies.Length);
        body = body[HeaderSize..];
        foreach (var part in (ReadOnlySpan<ReadOnlyMemory<byte>>)[turn.Keys, turn.Inbound, turn.Replies, turn.State])
        {
            part.Span.CopyTo(body);
            body = body[part.Length..];
        }
    }

    /// <summary>The turn in an opened body. Its parts are views into that array.</summary>
    public static Turn Read(string thread, int sequence, byte[] body)
    {
        if (body.Length < HeaderSize || body[0] != Format)
            throw new InvalidDataException("A stored turn has a format this program does not know.");
        var rest = new ReadOnlyMemory<byte>(body, HeaderSize, body.Length - HeaderSize);
        var keys = Take(ref rest, BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(9)));
        var inbound = Take(ref rest, BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(13)));
        var replies = Take(ref rest, BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(17)));
        return new Turn
        {
            Thread = thread,
            Sequence = sequence,
            At = new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(body.AsSpan(1)), TimeSpan.Zero),
            Keys = keys,
            Inbound = inbound,
            Replies = replies,
            State = rest,
        };
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
