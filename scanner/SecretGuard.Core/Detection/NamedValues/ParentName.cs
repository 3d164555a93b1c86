namespace SecretGuard.Detection.NamedValues;

/// <summary>The name of the object that encloses a place: in <c>"Jwt": { "Key": "…" }</c> the place of Key has the parent Jwt.</summary>
internal static class ParentName
{
    private const int Lookback = 1500;

    private static readonly ByteSearch Brackets = new("{}[]");

    /// <summary>The parent's name, or empty.</summary>
    public static ReadOnlySpan<byte> Of(ScanContext context, int position)
    {
        if (context.Syntax == FileSyntax.Yaml)
        {
            return OfIndented(context, position);
        }

        ReadOnlySpan<byte> text = context.Text;
        int depth = 0, least = Math.Max(0, position - Lookback);
        for (int i = position; (i = least + Brackets.LastIndexIn(text.Slice(least, i - least))) >= least;)
        {
            if (text[i] is (byte)'}' or (byte)']')
            {
                depth++;
            }
            else if (text[i] is (byte)'{' or (byte)'[' && depth-- == 0)
            {
                ReadOnlySpan<byte> name = NameBefore(text, i);
                if (name.Length > 0)
                {
                    return name;
                }

                // An object in an array, a block in a list: its name is further out.
                depth = 0;
            }
        }

        return default;
    }

    private static ReadOnlySpan<byte> NameBefore(ReadOnlySpan<byte> text, int brace)
    {
        int end = brace;
        while (end > 0 && text[end - 1] is (byte)' ' or (byte)':' or (byte)'=' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'"' or (byte)'\'')
        {
            end--;
        }

        int start = end;
        while (start > 0 && end - start < 64 && (Ascii.IsAlphanumeric(text[start - 1]) || text[start - 1] is (byte)'_' or (byte)'-' or (byte)'.'))
        {
            start--;
        }

        return text.Slice(start, end - start);
    }

    private static ReadOnlySpan<byte> OfIndented(ScanContext context, int position)
    {
        ReadOnlySpan<byte> text = context.Text;
        int lineStart = context.LineStart(position);
        int indent = Indent(text, lineStart);
        int least = Math.Max(0, position - Lookback), own = lineStart;
        while (lineStart > least)
        {
            int previous = context.LineStart(lineStart - 1);
            if (context.IndentedParent is var known && previous == known.Sibling && Indent(text, previous) == indent && known.Indent == indent)
            {
                // The lines of one block have one parent: a list of thousands is read once.
                context.IndentedParent = known with { Sibling = own };
                return known.Start >= least ? text.Slice(known.Start, known.Length) : default;
            }

            int end = context.LineEnd(previous);
            ReadOnlySpan<byte> line = text.Slice(previous, end - previous).TrimSpaces();
            if (line.Length > 0 && line[0] != '#' && Indent(text, previous) < indent)
            {
                int colon = line.IndexOf((byte)':');
                line = colon > 0 && line[0] == '-' ? line.Slice(1, colon - 1) : line.Slice(0, Math.Max(0, colon));
                line = line.TrimSpaces();
                int start = line.Length == 0 ? previous : previous + text.Slice(previous, end - previous).IndexOf(line);
                context.IndentedParent = (own, indent, start, line.Length);
                return line;
            }

            lineStart = previous;
        }

        context.IndentedParent = (own, indent, 0, 0);
        return default;
    }

    private static int Indent(ReadOnlySpan<byte> text, int lineStart)
    {
        int at = lineStart;
        while (at < text.Length && text[at] is (byte)' ' or (byte)'-')
        {
            at++;
        }

        return at - lineStart;
    }
}
