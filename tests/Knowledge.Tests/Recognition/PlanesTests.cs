using System.Buffers.Binary;
using ReportBot.Knowledge.Recognition.Learning;

namespace ReportBot.Knowledge.Tests.Recognition;

/// <summary>How rows of weights are laid out for packing.</summary>
public class PlanesTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(2, 6)]
    [InlineData(257, 8)]
    [InlineData(1000, 22)]
    public void Rows_come_back_as_they_were_whatever_the_order_of_their_keys(int count, int size)
    {
        var rows = new byte[count * size];
        new Random(count).NextBytes(rows);

        Assert.Equal(rows, Planes.Rows(Planes.Of(rows, size), size));
    }

    [Fact]
    public void What_lies_together_is_alike()
    {
        var rows = new byte[3 * 6];
        for (var row = 0; row < 3; row++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rows.AsSpan(row * 6), (uint)(1000 + row));
            rows[(row * 6) + 4] = 7;
            rows[(row * 6) + 5] = (byte)row;
        }

        Assert.Equal([232, 1, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 7, 7, 7, 0, 1, 2], Planes.Of(rows, 6));
    }
}
