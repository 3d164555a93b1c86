using SecretGuard.Detection.Values;

namespace SecretGuard.Detection.Urls;

/// <summary>Where <c>user:password@host</c> stands in a URL. Offsets of the text, in bytes.</summary>
/// <param name="Start">First byte of the user.</param>
/// <param name="Colon">The colon after the user, or -1.</param>
/// <param name="At">The <c>@</c>.</param>
/// <param name="HostEnd">The byte after the host, before a port.</param>
internal readonly record struct UserInfo(int Start, int Colon, int At, int HostEnd)
{
    private const int Longest = 512;
    private const int LongestTemplate = 128;
    private const int LeastOpaque = 20;

    /// <summary>
    /// Reads the part after <c>://</c>. People write passwords with <c>@</c>, and <c>#</c>, <c>?</c> and <c>/</c> too where a client is tolerant:
    /// the <c>@</c> that counts is the first one with a host after it.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The byte after <c>://</c>.</param>
    /// <param name="web">Whether the scheme ends the authority strictly, as browsers do.</param>
    /// <param name="info">What was found.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, int start, bool web, out UserInfo info)
    {
        info = default;
        int most = Math.Min(text.Length, start + Longest), colon = -1;
        bool opaque = false, braces = true;
        for (int i = start; i < most; i++)
        {
            byte b = text[i];
            if (b is (byte)'/' or (byte)'?' or (byte)'#')
            {
                if (web || colon < 0 || (!opaque && IsPort(text.Slice(colon + 1, i - colon - 1))))
                {
                    return false;
                }

                opaque = true;
            }
            else if (b == '{' && braces)
            {
                int close = TemplateEnd(text, i, most);
                braces = close > i;
                i = close;
            }
            else if (b == ':' && colon < 0)
            {
                colon = i;
            }
            else if (b == '@' && i > start && TryReadHost(text, i + 1, out int hostEnd))
            {
                // user[:password]@ says that it may be left out; user@[::1] is an address already.
                if (colon > 0 && text[i - 1] == ']' && text.Slice(start, colon - start + 1).IndexOf((byte)'[') >= 0)
                {
                    return false;
                }

                info = new UserInfo(start, colon, i, hostEnd);
                return !opaque || IsOpaquePassword(text.Slice(colon + 1, i - colon - 1));
            }
            else if (IsDelimiter(b))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether what holds a slash, <c>?</c> or <c>#</c> is a password, and no path or query with an address in it.</summary>
    private static bool IsOpaquePassword(ReadOnlySpan<byte> value) =>
        Randomness.IsDrawn(value, LeastOpaque) || (value.IndexOfAny((byte)'/', (byte)'=', (byte)'&') < 0 && Randomness.IsStrong(value));

    /// <summary>Whether nothing of a URL can stand here.</summary>
    public static bool IsDelimiter(byte b) =>
        b is <= (byte)' ' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'<' or (byte)'>' or (byte)'\\' or 0x7F;

    private static bool IsPort(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (!Ascii.IsDigit(b))
            {
                return text.Length > 0 && Placeholders.IsPlaceholder(text);
            }
        }

        return true;
    }

    /// <summary>Braces hold expressions with quotes, spaces and slashes: the last byte of the balanced pair, or its first where it has no end.</summary>
    private static int TemplateEnd(ReadOnlySpan<byte> text, int open, int most)
    {
        int depth = 0;
        for (int i = open; i < Math.Min(most, open + LongestTemplate) && !Ascii.IsNewLine(text[i]); i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return open;
    }

    private static bool TryReadHost(ReadOnlySpan<byte> text, int start, out int end)
    {
        end = start;
        int most = Math.Min(text.Length, start + 255);
        if (end < most && text[end] is (byte)'<' or (byte)'%' or (byte)'\\' or (byte)'"' or (byte)'\'' or (byte)'$' or (byte)'{' or (byte)'(')
        {
            return true; // a template, or the end of a literal to which a host is joined
        }

        bool bracket = end < most && text[end] == '[';
        while (end < most && (Ascii.IsAlphanumeric(text[end]) || text[end] is (byte)'.' or (byte)'-' or (byte)'_' or >= 0x80 || (bracket && text[end] is (byte)'[' or (byte)':' or (byte)']')))
        {
            end++;
        }

        // What follows must be able to follow a host: a port, a path, a list, the end of the text around it.
        return end > start && (end == text.Length || (text[end] is not ((byte)'@' or (byte)'!' or (byte)'^' or (byte)'~' or (byte)'=' or (byte)'+')
            && (text[end] != ':' || end + 1 >= text.Length || IsAfterHostColon(text[end + 1]))));
    }

    private static bool IsAfterHostColon(byte b) =>
        Ascii.IsDigit(b) || IsDelimiter(b) || b is (byte)'$' or (byte)'{' or (byte)'%' or (byte)'P' or (byte)'p' or (byte)'/' or (byte)'*' or (byte)'#';
}
