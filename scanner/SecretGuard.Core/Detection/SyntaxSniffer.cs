namespace SecretGuard.Detection;

/// <summary>Tells the syntax of a file from its first lines, where the name does not.</summary>
internal static class SyntaxSniffer
{
    private const int Sniffed = 2048;
    private const int MostLines = 40;

    /// <summary>The syntax, or <see cref="FileSyntax.Unknown"/>.</summary>
    public static FileSyntax Sniff(ReadOnlySpan<byte> text)
    {
        text = text.Slice(0, Math.Min(Sniffed, text.Length));
        if (text.StartsWith("#!"u8))
        {
            int end = text.IndexOf((byte)'\n');
            ReadOnlySpan<byte> first = end < 0 ? text : text.Slice(0, end);
            return first.IndexOf("sh"u8) > 0 ? FileSyntax.Shell : first.IndexOf("pwsh"u8) > 0 ? FileSyntax.PowerShell : FileSyntax.Code;
        }

        int content = AsciiText.SkipWhite(text, 0, text.Length);

        if (content == text.Length)
        {
            return FileSyntax.Unknown;
        }

        return text[content] switch
        {
            (byte)'{' => FileSyntax.Json,
            (byte)'<' => FileSyntax.Markup,
            _ => ByLines(text),
        };
    }

    private static FileSyntax ByLines(ReadOnlySpan<byte> text)
    {
        int pairs = 0, keys = 0, others = 0;
        for (int line = 0; line < MostLines && text.Length > 0; line++)
        {
            int end = text.IndexOf((byte)'\n');
            ReadOnlySpan<byte> here = (end < 0 ? text : text.Slice(0, end)).TrimSpaces();
            text = end < 0 ? default : text.Slice(end + 1);
            if (here.Length < 2 || here[0] is (byte)'#' or (byte)';' or (byte)'[')
            {
                continue;
            }

            int word = here[0] == '-' ? 2 : 0, start = word;
            while (word < here.Length && (Ascii.IsAlphanumeric(here[word]) || here[word] is (byte)'_' or (byte)'-' or (byte)'.' or (byte)'"'))
            {
                word++;
            }

            int sign = AsciiText.SkipSpaces(here, word, here.Length);

            bool named = word > start;
            pairs += named && sign < here.Length && here[sign] == '=' ? 1 : 0;
            bool key = named && word < here.Length && here[word] == ':' && (word + 1 == here.Length || Ascii.IsSpace(here[word + 1]) || here[word + 1] == '\r');
            keys += key ? 1 : 0;
            others += named && (key || sign < here.Length && here[sign] == '=') ? 0 : 1;
        }

        return pairs >= 2 && pairs > (keys + others) * 2 ? FileSyntax.KeyValue
            : keys >= 2 && keys > (pairs + others) * 2 ? FileSyntax.Yaml
            : FileSyntax.Unknown;
    }
}
