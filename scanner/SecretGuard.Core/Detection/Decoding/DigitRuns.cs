using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
#endif

namespace SecretGuard.Detection.Decoding;

/// <summary>
/// Finds runs of at least <see cref="Shortest"/> Base64 digits (of either alphabet; hex digits are among them) with a decimal digit
/// among them: text in Base64 nearly always has some, long identifiers and ruled lines have none. Costs a fraction of the index.
/// </summary>
internal static class DigitRuns
{
    /// <summary>Digits of the shortest run: 18 bytes.</summary>
    public const int Shortest = 24;

    private static readonly bool[] Digits = MakeDigits();

    private static bool[] MakeDigits()
    {
        var digits = new bool[256];
        for (int b = 0; b < digits.Length; b++)
        {
            digits[b] = Text.Base64Text.IsAnyDigit((byte)b);
        }

        return digits;
    }

    /// <summary>Whether the byte is a digit of either alphabet.</summary>
    public static bool IsDigit(byte value) => Digits[value];

    /// <summary>The next run at or behind <paramref name="from"/>; false at the end of the text.</summary>
    public static bool TryNext(ReadOnlySpan<byte> text, int from, out int start, out int end)
    {
#if NET
        return Avx2.IsSupported ? TryNextVector(text, from, out start, out end) : TryNextScalar(text, from, from, out start, out end);
#else
        return TryNextScalar(text, from, from, out start, out end);
#endif
    }

    /// <summary>Looks at every 24th byte only, behind <paramref name="passed"/>: no run of that length can hide between two.</summary>
    [MethodImpl(HotLoop.Compiled)]
    public static bool TryNextScalar(ReadOnlySpan<byte> text, int from, int passed, out int start, out int end)
    {
        for (int at = passed + Shortest - 1; at < text.Length; at += Shortest)
        {
            if (Digits[text[at]])
            {
                (start, end) = Extend(text, from, at);
                if (IsRun(text, start, end))
                {
                    return true;
                }

                (from, at) = (end, end - 1);
            }
        }

        start = end = text.Length;
        return false;
    }

    private static bool IsRun(ReadOnlySpan<byte> text, int start, int end)
    {
        if (end - start < Shortest)
        {
            return false;
        }

        for (int i = start; i < end; i++)
        {
            if (Ascii.IsDigit(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static (int Start, int End) Extend(ReadOnlySpan<byte> text, int from, int at)
    {
        int start = at, end = at;
        while (start > from && Digits[text[start - 1]])
        {
            start--;
        }

        while (end < text.Length && Digits[text[end]])
        {
            end++;
        }

        return (start, end);
    }

#if NET
    // A byte is a digit if the bit sets of its two halves meet: 1 for + - /, 2 for 0 to 9, 4 for letters from 1 up, 8 for P to Z and _, 16 for p to z.
    private static readonly Vector256<byte> High = Repeat(Vector128.Create((byte)0, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0));
    private static readonly Vector256<byte> Low = Repeat(Vector128.Create((byte)(2 | 8 | 16), 30, 30, 30, 30, 30, 30, 30, 30, 30, 4 | 8 | 16, 1 | 4, 4, 1 | 4, 4, 1 | 4 | 8));

    /// <summary>Three windows of 16 bytes, each 8 behind the last, are looked at together: every run of 24 fills one of them.</summary>
    private static bool TryNextVector(ReadOnlySpan<byte> text, int from, out int start, out int end)
    {
        const int Step = 24;
        int at = from;
        while ((at = NextWindow(text, at, Step)) + Vector256<byte>.Count <= text.Length)
        {
            uint full = FullWindows(Vector256.Create(text.Slice(at, Vector256<byte>.Count)));
            if (!HasDecimalDigit(text, at))
            {
                at += Step;
                continue;
            }

            (start, end) = Extend(text, from, at + System.Numerics.BitOperations.TrailingZeroCount(full));
            if (IsRun(text, start, end))
            {
                return true;
            }

            from = at = end;
        }

        return TryNextScalar(text, from, Math.Max(from, at - Step), out start, out end);
    }

    /// <summary>The first place with a full window; behind the last whole vector where there is none.</summary>
    private static unsafe int NextWindow(ReadOnlySpan<byte> text, int at, int step)
    {
        fixed (byte* first = text)
        {
            int last = text.Length - Vector256<byte>.Count;
            for (; at <= last; at += step)
            {
                // Spaces, quotes and brackets break most windows, and cost one comparison: what is below '+' wraps around.
                Vector256<byte> bytes = Vector256.Load(first + at);
                Vector256<byte> above = bytes - Vector256.Create((byte)'+');
                if (Windows(Vector256.Equals(Avx2.Max(above, Vector256.Create((byte)(0x80 - '+'))), above)) != 0 && FullWindows(bytes) != 0)
                {
                    break;
                }
            }
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FullWindows(Vector256<byte> bytes)
    {
        Vector256<byte> half = Vector256.Create((byte)0x0F);
        Vector256<byte> high = Avx2.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half;
        Vector256<byte> others = Vector256.Equals(Avx2.Shuffle(High, high) & Avx2.Shuffle(Low, bytes & half), Vector256<byte>.Zero);
        return Windows(others);
    }

    /// <summary>A bit for each window without a break, where it begins: 0, 8 or 16. Bytes of a word that are zero are found as in C's strlen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Windows(Vector256<byte> breaks)
    {
        // Vectors of bytes only: a runtime prepares every other kind anew, for longer than a short run looks.
        const uint Rest = 0x7F7F7F7F;
        uint broken = breaks.ExtractMostSignificantBits();
        uint full = ~(((broken & Rest) + Rest) | broken | Rest) >> 7;
        return full & (full >> 8);
    }

    /// <summary>Whether a decimal digit stands in any run that fills one of the windows at <paramref name="at"/>, or near it: from 8 bytes before to 8 behind.</summary>
    private static bool HasDecimalDigit(ReadOnlySpan<byte> text, int at)
    {
        if (at < 8 || at + 40 > text.Length)
        {
            return true;
        }

        Vector256<byte> first = Vector256.Create(text.Slice(at - 8, Vector256<byte>.Count)), second = Vector256.Create(text.Slice(at + 8, Vector256<byte>.Count));
        Vector256<byte> zero = Vector256.Create((byte)'0'), nine = Vector256.Create((byte)9);
        return (Vector256.LessThanOrEqual(first - zero, nine) | Vector256.LessThanOrEqual(second - zero, nine)) != Vector256<byte>.Zero;
    }

    private static Vector256<byte> Repeat(Vector128<byte> half) => Vector256.Create(half, half);
#endif
}
