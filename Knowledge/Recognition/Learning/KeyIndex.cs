using System.Numerics;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>Finds the place of a key in a list: an open table, at most half full, so that one look into memory is mostly enough.</summary>
internal sealed class KeyIndex
{
    private readonly (uint Key, int Number)[] _places;

    /// <summary>Takes the keys, each once.</summary>
    public KeyIndex(ReadOnlySpan<uint> keys)
    {
        _places = new (uint, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, keys.Length * 2))];
        for (var number = 0; number < keys.Length; number++)
        {
            var place = keys[number] & Last;
            while (_places[place].Number != 0)
                place = (place + 1) & Last;
            // 0 stands for an empty place.
            _places[place] = (keys[number], number + 1);
        }
    }

    private uint Last => (uint)_places.Length - 1;

    /// <summary>The key's place in the list; -1 when it is not there.</summary>
    public int Find(uint key)
    {
        for (var place = key & Last; _places[place].Number != 0; place = (place + 1) & Last)
            if (_places[place].Key == key)
                return _places[place].Number - 1;
        return -1;
    }
}
