using System.Runtime.CompilerServices;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>At which words of a text each sign stands: for every 64 words a row of bits for each sign. Kept and used again.</summary>
internal sealed class SignPlaces
{
    private const int Signs = 256, Words = 64;

    private ulong[] _rows = new ulong[8 * Signs];

    /// <summary>Forgets the last text, for one of so many words.</summary>
    public void Begin(int words)
    {
        // One row more than there are words, so that looking on from the last finds nothing.
        var size = ((words / Words) + 2) * Signs;
        if (_rows.Length < size)
            _rows = new ulong[size * 2];
        else
            Array.Clear(_rows, 0, size);
    }

    /// <summary>Sets that a sign stands at a word.</summary>
    public void Set(byte sign, int word) => _rows[(word / Words * Signs) + sign] |= 1UL << word;

    /// <summary>At which of so many words, from one on, anything stands that is wanted, as bits, the nearest lowest.</summary>
    /// <param name="list">What <see cref="SignList.All"/> gave.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="first">The first word; it may be the one after the last.</param>
    /// <param name="count">How many words, up to <see cref="WordSign.Farthest"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Among(ReadOnlySpan<byte> list, Wanted wanted, int first, int count)
    {
        ref var row = ref _rows[first / Words * Signs];
        var (past, among) = (first % Words, (1UL << count) - 1);
        var here = Of(ref row, list, wanted) >> past;
        // Most texts are short, and most looks do not go beyond the row.
        return past + count <= Words ? here & among : (here | (Of(ref Unsafe.Add(ref row, Signs), list, wanted) << (Words - past))) & among;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of(ref ulong row, ReadOnlySpan<byte> list, Wanted wanted) =>
        wanted.More != 0
            ? OfMore(ref row, list.Slice(wanted.First, wanted.More))
            : At(ref row, wanted.Few >> 24) | At(ref row, wanted.Few >> 16) | At(ref row, wanted.Few >> 8) | At(ref row, wanted.Few);

    private static ulong OfMore(ref ulong row, ReadOnlySpan<byte> wanted)
    {
        var all = 0UL;
        foreach (var sign in wanted)
            all |= At(ref row, sign);
        return all;
    }

    private static ulong At(ref ulong row, uint sign) => Unsafe.Add(ref row, (nint)(byte)sign);
}
