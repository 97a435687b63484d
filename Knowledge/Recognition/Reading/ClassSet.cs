namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>A set of word classes of the lexicon, at most 256 of them.</summary>
internal readonly record struct ClassSet(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>How many classes a lexicon can have.</summary>
    public const int Capacity = 256;

    /// <summary>True when it holds no class.</summary>
    public bool IsEmpty => (A | B | C | D) == 0;

    /// <summary>True when it holds the class.</summary>
    public bool Has(int wordClass)
    {
        var part = (wordClass >> 6) switch { 0 => A, 1 => B, 2 => C, _ => D };
        return (part >> (wordClass & 63) & 1) != 0;
    }

    /// <summary>True when they share a class.</summary>
    public bool Meets(in ClassSet other) => ((A & other.A) | (B & other.B) | (C & other.C) | (D & other.D)) != 0;

    /// <summary>The set with one more class.</summary>
    public ClassSet With(int wordClass)
    {
        var bit = 1UL << (wordClass & 63);
        return (wordClass >> 6) switch
        {
            0 => this with { A = A | bit },
            1 => this with { B = B | bit },
            2 => this with { C = C | bit },
            _ => this with { D = D | bit },
        };
    }

    /// <summary>Both sets together.</summary>
    public ClassSet Or(in ClassSet other) => new(A | other.A, B | other.B, C | other.C, D | other.D);

    /// <summary>What both hold.</summary>
    public ClassSet And(in ClassSet other) => new(A & other.A, B & other.B, C & other.C, D & other.D);
}
