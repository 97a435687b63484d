using System.Buffers.Binary;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// Finds the weights of a feature: an open table with the key and its row of weights side by side, so that one look into memory is enough. Most features
/// of a text were never learned: a bit for each, in a table small enough to stay near the processor, tells most of them at once.
/// </summary>
internal sealed class WeightTable
{
    private const int BitsEach = 16, BytesOfKey = sizeof(uint);

    private readonly byte[] _places;
    private readonly int _placeSize;
    private readonly uint _count;
    private readonly ulong[] _known;
    private readonly uint _bits;

    /// <summary>Takes rows, one after the other, each its key and what <see cref="WeightRow.Write"/> wrote.</summary>
    /// <param name="columns">How many weights a row has.</param>
    /// <param name="rows">The rows.</param>
    public WeightTable(int columns, ReadOnlySpan<byte> rows)
    {
        var size = SizeOf(columns);
        var keys = rows.Length / size;
        _placeSize = (size + BytesOfKey - 1) / BytesOfKey * BytesOfKey;
        _count = (uint)(keys * 5 / 3) + 1;
        _places = new byte[((int)_count * _placeSize) + WeightRow.Beyond];
        _bits = (uint)Math.Max(64, keys * BitsEach);
        _known = new ulong[(_bits / 64) + 1];
        for (; rows.Length >= size; rows = rows[size..])
        {
            var key = BinaryPrimitives.ReadUInt32LittleEndian(rows);
            var bit = Part(key, _bits);
            _known[bit >> 6] |= 1UL << (int)(bit & 63);
            var place = Part(key, _count);
            while (IsTaken(place))
                place = After(place);
            rows[..size].CopyTo(_places.AsSpan((int)place * _placeSize));
        }
    }

    /// <summary>How many bytes a row takes with its key.</summary>
    public static int SizeOf(int columns) => BytesOfKey + 1 + columns;

    /// <summary>0 for a feature that has no row; 1 for one that most likely has. A number, so that it can be counted without a choice.</summary>
    public int Likely(uint key)
    {
        var bit = Part(key, _bits);
        return (int)(_known[bit >> 6] >> (int)(bit & 63) & 1);
    }

    /// <summary>Asks for the memory where the search for a feature's row begins, for many one after the other before they are searched.</summary>
    public void Fetch(uint key) => Memory.Fetch(ref _places[(int)Part(key, _count) * _placeSize]);

    /// <summary>The place of a feature's row; -1 when it has none.</summary>
    public int Find(uint key) => Likely(key) == 0 ? -1 : Search(key);

    /// <summary>The same for a feature that most likely has one.</summary>
    public int Search(uint key)
    {
        for (var place = Part(key, _count); IsTaken(place); place = After(place))
            if (BinaryPrimitives.ReadUInt32LittleEndian(_places.AsSpan((int)place * _placeSize)) == key)
                return (int)place;
        return -1;
    }

    /// <summary>The row at a place.</summary>
    public WeightRow Row(int place) => new(_places.AsSpan((place * _placeSize) + BytesOfKey));

    // A row's exponent is never 0.
    private bool IsTaken(uint place) => _places[((int)place * _placeSize) + BytesOfKey] != 0;

    private uint After(uint place) => place + 1 == _count ? 0 : place + 1;

    // Where in a range a key falls, by its leading bits.
    private static uint Part(uint key, uint range) => (uint)(((ulong)key * range) >> 32);
}
