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

    /// <summary>True when they share a bit.</summary>
    public static bool Meet(Vector256<ulong> one, Vector256<ulong> other) => (one & other) != default;

    private static Vector256<ulong> Bit(uint mixed)
    {
        var bit = (int)((mixed >> 16) % 255);
        return Vector256<ulong>.Zero.WithElement(bit >> 6, 1UL << (bit & 63));
    }
}
