using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>Learned weights are kept in whole numbers of one byte, and found whatever their keys are.</summary>
public class WeightTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(40)]
    public void A_weight_is_read_within_a_127th_of_the_largest_of_its_row(int columns)
    {
        foreach (var (feature, row) in Rows(columns, 500, seed: columns))
        {
            var read = Weights.Read(Weights.Write(columns, new Dictionary<uint, float>(), new Dictionary<uint, float[]> { [feature] = row })).Each(feature);
            var most = row.Max(Math.Abs);
            for (var column = 0; column < columns; column++)
                Assert.Equal(row[column], read[column], (most / 127) + 1e-6f);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(40)]
    public void Adding_rows_adds_each_of_their_weights(int columns)
    {
        var rows = Rows(columns, 60, seed: 3);
        var weights = Weights.Read(Weights.Write(columns, new Dictionary<uint, float>(), rows));
        var (sums, one) = (new float[WeightRow.Room(columns)], new float[columns]);

        foreach (var some in rows.Keys.Chunk(7))
        {
            weights.Rows.AddRows([.. some.Select(weights.Rows.Find)], sums);
            foreach (var feature in some)
                for (var column = 0; column < columns; column++)
                    one[column] += weights.Each(feature)[column];
        }

        Assert.Equal(one, sums[..columns]);
    }

    [Fact]
    public void Adding_a_short_row_adds_each_of_its_weights_and_nothing_beside_them()
    {
        var rows = Rows(3, 60, seed: 4);
        var weights = Weights.Read(Weights.Write(3, new Dictionary<uint, float>(), rows));
        var (sums, one) = (new float[3 * WeightRow.Few], new float[3]);

        foreach (var feature in rows.Keys)
        {
            weights.Each(feature).AddFewTo(sums.AsSpan(WeightRow.Few, WeightRow.Few));
            for (var column = 0; column < 3; column++)
                one[column] += weights.Each(feature)[column];
        }

        Assert.Equal(one, sums[WeightRow.Few..(WeightRow.Few + 3)]);
        Assert.All([.. sums[..WeightRow.Few], .. sums[(2 * WeightRow.Few)..]], sum => Assert.Equal(0, sum));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4096)]
    public void A_key_is_found_where_it_stands_in_its_list(int count)
    {
        uint[] keys = [.. new uint[] { 0, uint.MaxValue, 4096 }.Concat(Enumerable.Range(0, count).Select(i => (uint)(i * 8192) + 1)).Take(count)];
        var index = new KeyIndex(keys);

        Assert.All(keys.Index(), key => Assert.Equal(key.Index, index.Find(key.Item)));
        Assert.All([2u, 5000u, uint.MaxValue - 1], key => Assert.Equal(-1, index.Find(key)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    public void Every_feature_learned_is_found_and_no_other(int count)
    {
        var rows = Rows(3, count, seed: 5);
        var weights = Weights.Read(Weights.Write(3, new Dictionary<uint, float>(), rows));

        Assert.All(rows, row => Assert.True(weights.Each(row.Key).IsKnown));
        Assert.All(Rows(3, 5000, seed: 6).Keys.Except(rows.Keys), feature => Assert.False(weights.Each(feature).IsKnown));
    }

    [Theory]
    [InlineData(64f)]
    [InlineData(-64f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_that_a_byte_has_no_room_for_is_refused(float weight) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Weights.Write(2, new Dictionary<uint, float>(), new Dictionary<uint, float[]> { [1] = [0, weight] }));

    [Fact]
    public void Features_that_fall_on_one_place_are_kept_apart()
    {
        uint[] features = [0, 1, 2, 3, uint.MaxValue, uint.MaxValue - 1, uint.MaxValue - 2];
        var weights = Weights.Read(Weights.Write(1, new Dictionary<uint, float> { [0] = 2, [uint.MaxValue] = -3 }, features.Index().ToDictionary(f => f.Item, f => new float[] { f.Index + 1 })));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], features.Select(feature => weights.Each(feature)[0]));
        Assert.Equal((2f, -3f, 0f), (weights.Shared(0), weights.Shared(uint.MaxValue), weights.Shared(1)));
    }

    [Fact]
    public void What_was_written_is_written_the_same_once_read()
    {
        var rows = Rows(17, 200, seed: 8);
        var bytes = Weights.Write(17, new Dictionary<uint, float>(), rows);
        var read = Weights.Read(bytes);

        var again = rows.Keys.ToDictionary(feature => feature, feature =>
        {
            var row = new float[17];
            for (var column = 0; column < row.Length; column++)
                row[column] = read.Each(feature)[column];
            return row;
        });

        Assert.Equal(bytes, Weights.Write(17, new Dictionary<uint, float>(), again));
    }

    private static Dictionary<uint, float[]> Rows(int columns, int count, int seed)
    {
        var chance = new Random(seed);
        var rows = new Dictionary<uint, float[]>();
        while (rows.Count < count)
        {
            var size = Math.Pow(2, chance.Next(-8, 6));
            rows[(uint)chance.NextInt64(uint.MaxValue)] = [.. Enumerable.Range(0, columns).Select(_ => (float)((chance.NextDouble() - 0.5) * size))];
        }

        return rows;
    }
}
