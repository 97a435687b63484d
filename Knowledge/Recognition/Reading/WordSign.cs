using System.Runtime.CompilerServices;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>
/// What a word is and what begins at it, as numbers below 254: for each of them a text keeps at which words it stands, so that a few looks tell where a rule can go on.
/// Different things may have the same number; the same thing never has two.
/// </summary>
internal static class WordSign
{
    /// <summary>The sign that no word of any text has.</summary>
    public const byte None = byte.MaxValue;

    /// <summary>The sign of a word that no rule looks for.</summary>
    public const byte Unsought = None - 1;

    /// <summary>How many words from one on can be looked at together.</summary>
    public const int Farthest = 63;

    private const uint OfWord = 0x9E3779B1u, OfClass = 0x85EBCA77u;

    /// <summary>The sign of a word of the lexicon; <see cref="None"/> for the unknown word.</summary>
    public static byte Word(int id) => id == 0 ? None : Sign((uint)id * OfWord);

    /// <summary>The sign of a class of terms.</summary>
    public static byte Class(int wordClass) => Sign((uint)(wordClass + 1) * OfClass);

    private static byte Sign(uint mixed) => (byte)((mixed >> 16) % Unsought);
}

/// <summary>What is wanted of a word, any of it: up to four signs, a byte each, or where they are more, some of the bytes that all have in one list. Small, because there are thousands.</summary>
/// <param name="Few">Four signs; they may be the same.</param>
/// <param name="First">The place of the first of more.</param>
/// <param name="More">How many more there are; 0 where the few tell all.</param>
internal readonly record struct Wanted(uint Few, ushort First, ushort More);

/// <summary>The signs that are wanted where they are more than a few.</summary>
internal sealed class SignList
{
    private const int Few = 4;

    private readonly List<byte> _all = [];

    /// <summary>The list, to ask a text by.</summary>
    public ReadOnlySpan<byte> All => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_all);

    /// <summary>Signs as what is wanted; no word is where there are none.</summary>
    public Wanted Wanted(IReadOnlySet<byte> signs)
    {
        byte[] all = [.. signs.Order()];
        if (all.Length > Few)
        {
            var wanted = new Wanted(0, checked((ushort)_all.Count), (ushort)all.Length);
            _all.AddRange(all);
            return wanted;
        }

        var few = 0u;
        for (var i = 0; i < Few; i++)
            few = (few << 8) | (all.Length == 0 ? WordSign.None : all[Math.Min(i, all.Length - 1)]);
        return new Wanted(few, 0, 0);
    }
}

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
