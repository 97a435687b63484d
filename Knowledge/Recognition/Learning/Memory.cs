using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace ReportBot.Knowledge.Recognition.Learning;

/// <summary>Asks for memory before it is needed: most of the time of a reading is waiting for weights of words seldom met.</summary>
internal static class Memory
{
    /// <summary>How many bytes come at once.</summary>
    public const int Line = 64;

    /// <summary>The place in a pinned array where a line of memory begins; the array must be a line longer than what is kept in it.</summary>
    public static int LineIn<T>(T[] pinned)
        where T : unmanaged => (int)(Line - (Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0) % Line)) / Unsafe.SizeOf<T>();

    /// <summary>Asks for the bytes at a place, and waits for nothing. A processor that cannot be asked does as it would have done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(ref readonly T at)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in at)));
    }
}
