using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>How far ahead a text is looked at.</summary>
internal enum Sight : byte
{
    /// <summary>The next word.</summary>
    Next,

    /// <summary>The next <see cref="WordSign.Near"/> words.</summary>
    Near,

    /// <summary>The next <see cref="WordSign.Far"/> words.</summary>
    Far,
}

/// <summary>
/// What a word is and what begins at it, drawn together to 256 bits, so that one comparison tells that none of many rules can go on here.
/// Two signs that meet may still be of different things; two that do not never are of the same.
/// </summary>
internal static class WordSign
{
    /// <summary>How many words are near.</summary>
    public const int Near = 3;

    /// <summary>How many words are looked ahead at most.</summary>
    public const int Far = 9;

    private const uint OfWord = 0x9E3779B1u, OfClass = 0x85EBCA77u;

    /// <summary>The sign that every word of a text has, and its end.</summary>
    public static Vector256<ulong> Any { get; } = Vector256<ulong>.Zero.WithElement(3, 1UL << 63);

    /// <summary>The sign of a word of the lexicon; nothing for the unknown word.</summary>
    public static Vector256<ulong> Word(int id) => id == 0 ? default : Bit((uint)id * OfWord);

    /// <summary>The sign of a class of terms.</summary>
    public static Vector256<ulong> Class(int wordClass) => Bit((uint)(wordClass + 1) * OfClass);

    private static Vector256<ulong> Bit(uint mixed)
    {
        var bit = (int)((mixed >> 16) % 255);
        return Vector256<ulong>.Zero.WithElement(bit >> 6, 1UL << (bit & 63));
    }
}

/// <summary>What is wanted of a word, any of it: a few bits of its sign by their numbers, or where they are many, a sign by its place in the list. Small, because there are thousands.</summary>
/// <param name="Bits">Four numbers of bits, a byte each; they may be the same.</param>
/// <param name="Many">The place in the list; 0 where the bits tell all.</param>
internal readonly record struct Wanted(uint Bits, int Many);

/// <summary>The signs that are too full to be told by a few bits.</summary>
internal sealed class SignList
{
    private const int Few = 4;

    private readonly List<Vector256<ulong>> _all = [default];

    /// <summary>The signs, to ask <see cref="Meets"/> by.</summary>
    public ReadOnlySpan<Vector256<ulong>> All => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_all);

    /// <summary>A sign as what is wanted.</summary>
    public Wanted Wanted(Vector256<ulong> sign)
    {
        var (bits, count) = (0u, 0);
        for (var part = 0; part < Vector256<ulong>.Count; part++)
            for (var rest = sign[part]; rest != 0; rest &= rest - 1)
                (bits, count) = ((bits << 8) | (uint)((part * 64) + BitOperations.TrailingZeroCount(rest)), count + 1);
        // Where there are fewer than four, the last is told again.
        for (var more = count; more is > 0 and < Few; more++)
            bits = (bits << 8) | (bits & byte.MaxValue);
        if (count is > 0 and <= Few)
            return new Wanted(bits, 0);
        if (!_all.Skip(1).Contains(sign))
            _all.Add(sign);
        return new Wanted(0, _all.IndexOf(sign, 1));
    }

    /// <summary>True when a word's sign has anything of what is wanted.</summary>
    /// <param name="all">What <see cref="All"/> gave.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="sign">The sign.</param>
    public static bool Meets(ReadOnlySpan<Vector256<ulong>> all, Wanted wanted, in Vector256<ulong> sign)
    {
        if (wanted.Many != 0)
            return (all[wanted.Many] & sign) != default;
        ref var first = ref Unsafe.As<Vector256<ulong>, byte>(ref Unsafe.AsRef(in sign));
        return ((At(ref first, wanted.Bits >> 24) | At(ref first, wanted.Bits >> 16) | At(ref first, wanted.Bits >> 8) | At(ref first, wanted.Bits)) & 1) != 0;
    }

    // The bit stands lowest in what is given back.
    private static int At(ref byte first, uint bit) => Unsafe.Add(ref first, (nint)((bit >> 3) & 31)) >> (int)(bit & 7);
}
