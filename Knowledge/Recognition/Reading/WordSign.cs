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
