using System.Buffers;
using System.Buffers.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>Base 64 as tokens carry it: either alphabet, with or without padding.</summary>
internal static class Base64Text
{
    /// <summary>The bytes that the text stands for, or null where it is no base 64.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        text = text.TrimEnd((byte)'=');
        byte[] standard = new byte[(text.Length + 3) / 4 * 4];
        for (int i = 0; i < standard.Length; i++)
        {
            standard[i] = i >= text.Length ? (byte)'=' : text[i] switch
            {
                (byte)'-' => (byte)'+',
                (byte)'_' => (byte)'/',
                byte other => other,
            };
        }

        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(standard.Length)];
        return Base64.DecodeFromUtf8(standard, bytes, out _, out int written) == OperationStatus.Done
            ? bytes.AsSpan(0, written).ToArray()
            : null;
    }

    /// <summary>URL-safe base 64 without padding.</summary>
    public static string EncodeForUrl(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
