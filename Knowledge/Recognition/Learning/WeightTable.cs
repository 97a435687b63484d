using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>
/// Finds the weights of a feature: an open table with the key and its row of weights side by side, so that one look into memory is enough. Most features
/// of a text were never learned: a bit for each, in a table small enough to stay near the processor, tells most of them at once.
/// </summary>
internal sealed class WeightTable
{
    /// <summary>The place of a row that there is not: a number, because places are kept by the thousand.</summary>
    public const int Nowhere = -1;

    private const int BitsEach = 8, BytesOfKey = sizeof(uint), BytesOfEnd = BytesOfKey + 1;

    // A place has the weights first and ends with their exponent and the key: it is added up in one piece. Pinned, so that no line of memory parts one that is shorter than it.
    private readonly byte[] _places;
    private readonly int _start;
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
        _placeSize = (int)BitOperations.RoundUpToPowerOf2((uint)size);
        _count = (uint)(keys * 5 / 3) + 1;
        _places = GC.AllocateArray<byte>(Memory.Line + ((int)_count * _placeSize) + WeightRow.Beyond, pinned: true);
        _start = Memory.LineIn(_places);
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
            rows[BytesOfEnd..size].CopyTo(_places.AsSpan(At(place)));
            rows[BytesOfKey..BytesOfEnd].CopyTo(_places.AsSpan(AtEnd(place)));
            rows[..BytesOfKey].CopyTo(_places.AsSpan(AtKey(place)));
        }
    }

    /// <summary>How many bytes a row takes with its key.</summary>
    public static int SizeOf(int columns) => BytesOfKey + 1 + columns;

    /// <summary>0 for a feature that has no row; 1 for one that most likely has. A number, so that it can be counted without a choice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Likely(uint key)
    {
        var bit = Part(key, _bits);
        return (int)(_known[bit >> 6] >> (int)(bit & 63) & 1);
    }

    /// <summary>Asks for the memory where the search for a feature's row begins, for many one after the other before they are searched.</summary>
    /// <param name="key">The feature.</param>
    /// <param name="likely">What <see cref="Likely"/> said of it: where it has no row, nothing is asked for that is not near already.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(uint key, int likely) => Memory.Fetch(ref _places[At(Part(key, _count) * (uint)likely)]);

    /// <summary>The place of a feature's row; <see cref="Nowhere"/> when it has none.</summary>
    public int Find(uint key) => Likely(key) == 0 ? Nowhere : Search(key);

    /// <summary>The same for a feature that most likely has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Search(uint key)
    {
        for (var place = Part(key, _count); IsTaken(place); place = After(place))
            if (BinaryPrimitives.ReadUInt32LittleEndian(_places.AsSpan(AtKey(place))) == key)
                return (int)place;
        return Nowhere;
    }

    /// <summary>Asks for the memory of the row at a place.</summary>
    public void Fetch(int place) => Memory.Fetch(ref _places[At((uint)place)]);

    /// <summary>The row at a place.</summary>
    public WeightRow Row(int place) => new(_places[AtEnd((uint)place)], _places.AsSpan(At((uint)place)));

    /// <summary>Adds the rows at places to the sums.</summary>
    /// <param name="places">The places.</param>
    /// <param name="sums">Room for as many as <see cref="WeightRow.Room"/> says; those beyond the columns mean nothing.</param>
    public void AddRows(ReadOnlySpan<int> places, Span<float> sums)
    {
        for (var column = 0; column < sums.Length; column += WeightRow.Beyond)
        {
            var half = column + (WeightRow.Beyond / 2);
            var (front, back) = (Vector512.Create<float>(sums[column..]), Vector512.Create<float>(sums[half..]));
            foreach (var place in places)
            {
                var row = Row(place);
                front += row.From(column);
                back += row.From(half);
            }

            front.CopyTo(sums[column..]);
            back.CopyTo(sums[half..]);
        }
    }

    // A row's exponent is never 0.
    private bool IsTaken(uint place) => _places[AtEnd(place)] != 0;

    private int At(uint place) => _start + ((int)place * _placeSize);

    private int AtEnd(uint place) => At(place) + _placeSize - BytesOfEnd;

    private int AtKey(uint place) => At(place) + _placeSize - BytesOfKey;

    private uint After(uint place) => place + 1 == _count ? 0 : place + 1;

    // Where in a range a key falls, by its leading bits.
    private static uint Part(uint key, uint range) => (uint)(((ulong)key * range) >> 32);
}
