namespace ReportBot.Training;

/// <summary>Numbers that look like chance and are the same on every machine (xorshift, Marsaglia 2003).</summary>
internal struct Chance(ulong seed)
{
    private ulong _state = (seed * 0x9E3779B97F4A7C15) | 1;

    /// <summary>From 0 to 1.</summary>
    public float Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (_state >> 40) / (float)(1 << 24);
    }

    /// <summary>From one number to another.</summary>
    public float Between(float least, float most) => least + ((most - least) * Next());

    /// <summary>Around 0, most within 1.</summary>
    public float Bell() => (Next() + Next() + Next() + Next() - 2) * 1.7f;
}
