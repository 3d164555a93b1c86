using System.Text;

namespace SecretGuard.Triage;

/// <summary>What begins a comment in the languages that people keep secrets in.</summary>
internal static class CommentOpeners
{
    // What ends with another opener stands before it.
    private static readonly byte[][] Openers = Bytes("//", "#", "/*", "*", "<!--", "--", "'", ";", "%", "@*", "(*", "{-", "REM", "rem");

    private static readonly byte[][] Closers = Bytes("*/", "-->", "*@", "*)", "-}");

    /// <summary>Length of the comment opener that stands directly before <paramref name="text"/>'s end, blanks between allowed; 0 where there is none.</summary>
    public static int LengthBefore(ReadOnlySpan<byte> text)
    {
        int end = text.Length;
        while (end > 0 && Ascii.IsSpace(text[end - 1]))
        {
            end--;
        }

        foreach (byte[] opener in Openers)
        {
            if (text.Slice(0, end).EndsWith(opener))
            {
                return text.Length - end + opener.Length;
            }
        }

        return 0;
    }

    /// <summary>Where the first closer stands in <paramref name="text"/>, and how long it is; its length where there is none.</summary>
    public static (int Start, int Length) Closer(ReadOnlySpan<byte> text)
    {
        (int start, int length) = (text.Length, 0);
        foreach (byte[] closer in Closers)
        {
            int at = text.Slice(0, start).IndexOf(closer);
            if (at >= 0)
            {
                (start, length) = (at, closer.Length);
            }
        }

        return (start, length);
    }

    private static byte[][] Bytes(params string[] texts)
    {
        var bytes = new byte[texts.Length][];
        for (int i = 0; i < texts.Length; i++)
        {
            bytes[i] = Encoding.ASCII.GetBytes(texts[i]);
        }

        return bytes;
    }
}
