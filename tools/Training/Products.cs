using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportBot.Training;

/// <summary>
/// Sums of products, always added up in the same order: a sum whose order hangs on where arrays happen to lie in memory is a little different each time,
/// and after some rounds of learning so are the weights.
/// </summary>
internal static class Products
{
    /// <summary>The sum of the products of each two numbers; both lists are as long.</summary>
    public static T Sum<T>(ReadOnlySpan<T> one, ReadOnlySpan<T> other)
        where T : unmanaged, INumber<T>
    {
        var first = MemoryMarshal.Cast<T, Vector256<T>>(one);
        var second = MemoryMarshal.Cast<T, Vector256<T>>(other);
        var sums = Vector256<T>.Zero;
        for (var i = 0; i < first.Length; i++)
            sums += first[i] * second[i];
        var sum = Vector256.Sum(sums);
        for (var i = first.Length * Vector256<T>.Count; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }
}
