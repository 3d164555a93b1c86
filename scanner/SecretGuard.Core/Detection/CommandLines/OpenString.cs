namespace SecretGuard.Detection.CommandLines;

/// <summary>The string that a place of a line stands in.</summary>
/// <param name="Quote">The quote that opened it, or 0 outside strings.</param>
/// <param name="IsVerbatim">Whether a backslash in it is a backslash.</param>
internal readonly record struct OpenString(byte Quote, bool IsVerbatim)
{
    private const int LookBack = 512;

    /// <summary>Reads the line up to a place. An apostrophe inside a word is none.</summary>
    public static OpenString Around(ScanContext context, int position)
    {
        ReadOnlySpan<byte> text = context.Text;
        byte open = 0;
        bool verbatim = false;
        for (int i = context.LineStart(position, LookBack); i < position; i++)
        {
            byte b = text[i];
            if (b == '\\' && !verbatim && open != 0)
            {
                i++;
            }
            else if (open != 0)
            {
                open = b == open ? (byte)0 : open;
            }
            else if (Quotes.IsQuote(b) && !(b == '\'' && i > 0 && Ascii.IsAlphanumeric(text[i - 1]) && i + 1 < text.Length && Ascii.IsAlphanumeric(text[i + 1])))
            {
                open = b;
                verbatim = i > 0 && text[i - 1] is (byte)'@' or (byte)'r' || (b == '\'' && context.Syntax is FileSyntax.Shell or FileSyntax.PowerShell or FileSyntax.Yaml);
            }
        }

        return new OpenString(open, verbatim);
    }
}
