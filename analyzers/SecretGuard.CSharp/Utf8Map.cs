using System.Text;

namespace SecretGuard.CSharp;

/// <summary>Characters of a text to bytes of its UTF-8, and back. Free for ASCII.</summary>
public sealed class Utf8Map(string text, byte[] utf8, int length)
{
    private const int Step = 256;

    private readonly bool _same = text.Length == length;
    private int[]? _bytes; // at every 256th character

    /// <summary>The byte at which a character begins.</summary>
    public int ToByte(int character)
    {
        if (_same)
        {
            return character;
        }

        int[] bytes = _bytes ??= Index();
        int at = character / Step;
        return bytes[at] + Encoding.UTF8.GetByteCount(text.Substring(at * Step, character - at * Step));
    }

    /// <summary>The character that a byte belongs to.</summary>
    public int ToCharacter(int position)
    {
        if (_same)
        {
            return position;
        }

        int[] bytes = _bytes ??= Index();
        int at = Array.BinarySearch(bytes, position);
        at = at < 0 ? ~at - 1 : at;
        return at * Step + Encoding.UTF8.GetCharCount(utf8, bytes[at], position - bytes[at]);
    }

    private int[] Index()
    {
        var index = new int[text.Length / Step + 1];
        char[] characters = text.ToCharArray();
        Encoder encoder = Encoding.UTF8.GetEncoder();
        for (int i = 1; i < index.Length; i++)
        {
            index[i] = index[i - 1] + encoder.GetByteCount(characters, (i - 1) * Step, Step, flush: false);
        }

        return index;
    }
}
