namespace SecretGuard.Text;

/// <summary>Lower-case hex digits.</summary>
internal static class Hex
{
    private const string Digits = "0123456789abcdef";

    public static string Encode(byte[] bytes, int count)
    {
        var text = new char[count * 2];
        for (int i = 0; i < count; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[2 * i + 1] = Digits[bytes[i] & 15];
        }

        return new string(text);
    }

    public static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 2];
        for (int i = 0; i < text.Length; i++)
        {
            int digit = Digits.IndexOf(char.ToLowerInvariant(text[i]));
            if (digit < 0)
            {
                return false;
            }

            bytes[i >> 1] = (byte)(bytes[i >> 1] << 4 | digit);
        }

        return (text.Length & 1) == 0;
    }
}
