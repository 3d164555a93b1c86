using System.Runtime.CompilerServices;

namespace SecretGuard.Text;

/// <summary>Questions about single bytes of text, asked in every inner loop: hence inlined everywhere. Bytes of 0x80 and more are parts of letters of other scripts.</summary>
internal static class Ascii
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte ToLower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsUpper(byte value) => value is >= (byte)'A' and <= (byte)'Z';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLower(byte value) => value is >= (byte)'a' and <= (byte)'z';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLetter(byte value) => (byte)(value | 0x20) is >= (byte)'a' and <= (byte)'z';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAlphanumeric(byte value) => IsLetter(value) || IsDigit(value);

    public static bool IsHex(byte value) => IsDigit(value) || (byte)(value | 0x20) is >= (byte)'a' and <= (byte)'f';

    /// <summary>What a hex digit stands for.</summary>
    public static int HexValue(byte digit) => IsDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNewLine(byte value) => value is (byte)'\n' or (byte)'\r';
}
