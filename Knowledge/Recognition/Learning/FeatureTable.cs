namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>Finds the row of a feature: an open table of twice as many places as features.</summary>
internal sealed class FeatureTable
{
    private readonly uint[] _keys;
    private readonly int[] _rows;
    private readonly uint _mask;

    /// <summary>Rows are the places of the keys in the array.</summary>
    public FeatureTable(uint[] keys)
    {
        var size = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 2));
        (_keys, _rows, _mask) = (new uint[size], new int[size], size - 1);
        Array.Fill(_rows, -1);
        for (var row = 0; row < keys.Length; row++)
        {
            var place = keys[row] & _mask;
            while (_rows[place] >= 0)
                place = (place + 1) & _mask;
            (_keys[place], _rows[place]) = (keys[row], row);
        }
    }

    /// <summary>The row of a feature; -1 when it has none.</summary>
    public int Find(uint key)
    {
        for (var place = key & _mask; _rows[place] >= 0; place = (place + 1) & _mask)
            if (_keys[place] == key)
                return _rows[place];
        return -1;
    }
}
