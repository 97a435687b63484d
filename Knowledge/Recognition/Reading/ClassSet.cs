namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>A set of word classes of the lexicon, of any number.</summary>
internal sealed class ClassSet : IEquatable<ClassSet>
{
    private readonly ulong[] _bits;

    private ClassSet(ulong[] bits) => _bits = bits;

    /// <summary>The set of no class.</summary>
    public static ClassSet Empty { get; } = new([]);

    /// <summary>True when it holds the class.</summary>
    public bool Has(int wordClass)
    {
        var part = wordClass >> 6;
        return part < _bits.Length && (_bits[part] >> (wordClass & 63) & 1) != 0;
    }

    /// <summary>True when they share a class.</summary>
    public bool Meets(ClassSet other)
    {
        for (var i = 0; i < Math.Min(_bits.Length, other._bits.Length); i++)
            if ((_bits[i] & other._bits[i]) != 0)
                return true;
        return false;
    }

    /// <summary>The classes it holds, in order.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, _bits.Length * 64).Where(Has);

    /// <summary>The set with one more class.</summary>
    public ClassSet With(int wordClass)
    {
        var bits = new ulong[Math.Max(_bits.Length, (wordClass >> 6) + 1)];
        _bits.CopyTo(bits, 0);
        bits[wordClass >> 6] |= 1UL << (wordClass & 63);
        return new ClassSet(bits);
    }

    /// <summary>Both sets together.</summary>
    public ClassSet Or(ClassSet other)
    {
        var (longer, shorter) = _bits.Length >= other._bits.Length ? (_bits, other._bits) : (other._bits, _bits);
        var bits = (ulong[])longer.Clone();
        for (var i = 0; i < shorter.Length; i++)
            bits[i] |= shorter[i];
        return new ClassSet(bits);
    }

    /// <inheritdoc />
    public bool Equals(ClassSet? other) => other is not null && _bits.AsSpan().SequenceEqual(other._bits);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ClassSet);

    /// <inheritdoc />
    public override int GetHashCode() => _bits.Aggregate(17, HashCode.Combine);
}
