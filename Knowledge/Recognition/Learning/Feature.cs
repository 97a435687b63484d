namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>Names features by number. A feature's number is a hash of what it says, the same at training and at reading.</summary>
internal static class Feature
{
    /// <summary>Mixes two numbers into one.</summary>
    public static uint Hash(uint a, uint b)
    {
        var mixed = ((a * 0x9E3779B1u) ^ b) * 0x85EBCA77u;
        mixed ^= mixed >> 15;
        mixed *= 0xC2B2AE3Du;
        return mixed ^ (mixed >> 13);
    }

    /// <summary>Mixes three numbers into one.</summary>
    public static uint Hash(uint a, uint b, uint c) => Hash(Hash(a, b), c);

    /// <summary>Mixes four numbers into one.</summary>
    public static uint Hash(uint a, uint b, uint c, uint d) => Hash(Hash(a, b), Hash(c, d));

    /// <summary>The number of a text, the same in every process.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
            hash = (hash ^ letter) * 16777619u;
        return Hash(7, hash);
    }
}
