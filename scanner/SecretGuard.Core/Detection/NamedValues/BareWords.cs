using System.Text;

namespace SecretGuard.Detection.NamedValues;

/// <summary>Reads values that are written without quotes, as far as the syntax of the file lets them go.</summary>
internal static class BareWords
{
    private const int Longest = 1024;
    private const int LongestName = 24;
    private const int LongestLead = 64;
    private const int LeastVariable = 4;
    private const int Lookback = 300;

    /// <summary>Programs that take no secret as an argument, but one from a variable.</summary>
    private static readonly WordSet Readers = WordSet.Of("borg createdb dropdb java node npm npx pg_basebackup pg_dump pg_dumpall pg_restore pgbench psql python python3 restic ruby terraform vacuumdb");

    // What ends a word, by where it stands.
    private static readonly ByteSearch OfOpenString = new("\"'`;&,<>)\\ \t\r\n");
    private static readonly ByteSearch OfComment = new(" \t\r\n\"',;<>");
    private static readonly ByteSearch OfBatch = new("\r\n&|\"");
    private static readonly ByteSearch OfProse = new(" \t\r\n\"',;<>`|");
    private static readonly ByteSearch OfShell = new(" \t\r\n;&|)\"'<>`");
    private static readonly ByteSearch OfScalar = new(" \t\r\n;&|)\"'<>`,");
    private static readonly ByteSearch OfFlow = new(",}]\r\n");
    private static readonly ByteSearch OfBlock = new(" \t,;}\r\n");
    private static readonly ByteSearch OfNode = new("<>\r\n \t;,&\"'(){}");
    private static readonly ByteSearch OfTag = new("<>\n");
    private static readonly ByteSearch OfLine = new("\r\n");

    /// <summary>Reads the bare value at <paramref name="at"/>. False where this syntax has none.</summary>
    public static bool TryRead(ScanContext context, int at, byte openQuote, bool comment, out int length)
    {
        ReadOnlySpan<byte> text = context.Text;
        length = 0;
        if (openQuote != 0)
        {
            length = TrimClosers(text, at, UntilAny(text, at, OfOpenString));
            return length > 0 && (!GoesOn(text, at + length, pairs: text[at - 1] == '=') || IsBeforeProgram(text, at, at + length));
        }

        if (comment)
        {
            length = TrimSentence(text, at, UntilAny(text, at, OfComment));
            return length > 0 && !GoesOn(text, at + length, pairs: text[at - 1] == '=');
        }

        length = context.Syntax switch
        {
            FileSyntax.Yaml => Yaml(context, at),
            FileSyntax.KeyValue => KeyValue(context, at),
            FileSyntax.Shell or FileSyntax.Dockerfile => Word(text, at),
            FileSyntax.Markup => TextNode(text, at),
            FileSyntax.Batch => UntilAny(text, at, OfBatch),
            FileSyntax.Prose or FileSyntax.Unknown => TrimSentence(text, at, UntilAny(text, at, OfProse)),
            _ => 0,
        };
        return length > 0 && !text.Slice(at + length).StartsWith(" WHERE "u8); // a column of SQL, whose texts have quotes
    }

    /// <summary>Reads a word as a shell does.</summary>
    public static bool TryReadWord(ReadOnlySpan<byte> text, int at, out int length)
    {
        length = Word(text, at);
        return length > 0;
    }

    private static int Word(ReadOnlySpan<byte> text, int at) => UntilAny(text, at, OfShell);

    /// <summary>Whether more words follow, and not the name of another pair: then it was a sentence.</summary>
    private static bool GoesOn(ReadOnlySpan<byte> text, int at, bool pairs)
    {
        int word = at + 1;
        while (word < text.Length && word - at < LongestName && (Ascii.IsLetter(text[word]) || text[word] == '_'))
        {
            word++;
        }

        return at + 1 < text.Length && text[at] == ' ' && (text[at + 1] == '(' || (word > at + 1 && (!pairs || word == text.Length || text[word] != '=')));
    }

    /// <summary><c>"PGPASSWORD=value psql"</c>: a variable for a program that takes secrets.</summary>
    private static bool IsBeforeProgram(ReadOnlySpan<byte> text, int at, int end)
    {
        int name = at - 1, word = end + 1;
        while (name > 0 && at - name < LongestName && (Ascii.IsUpper(text[name - 1]) || Ascii.IsDigit(text[name - 1]) || text[name - 1] == '_'))
        {
            name--;
        }

        while (word < text.Length && word - end < LongestName && (Ascii.IsAlphanumeric(text[word]) || text[word] is (byte)'_' or (byte)'-'))
        {
            word++;
        }

        ReadOnlySpan<byte> program = text.Slice(end + 1, word - end - 1);
        return text[at - 1] == '=' && at - name > LeastVariable && (name == 0 || !Ascii.IsAlphanumeric(text[name - 1])) && (Readers.Contains(program) || TypedLiteral.IsProgram(Encoding.UTF8.GetString(program.ToArray())));
    }

    /// <summary>The end of a text between tags, <c>&lt;p&gt;Password: word&lt;/p&gt;</c>: what is longer than a line or goes on with words is no such pair.</summary>
    private static int TextNode(ReadOnlySpan<byte> text, int at)
    {
        int length = UntilAny(text, at, OfNode), end = AsciiText.SkipSpaces(text, at + length, text.Length);
        int from = Math.Max(0, at - LongestLead), open = from + OfTag.LastIndexIn(text.Slice(from, at - from));
        return end < text.Length && text[end] == '<' && open >= from && text[open] == '>' ? length : 0;
    }

    private static int Yaml(ScanContext context, int at)
    {
        ReadOnlySpan<byte> text = context.Text;
        ReadOnlySpan<byte> before = LineBefore(context, at);
        if (before.Length > 0 && before[before.Length - 1] == '=')
        {
            // A scalar that is a command or a list of pairs: NAME=value psql, name=a password=b.
            return UntilAny(text, at, OfScalar);
        }

        bool flow = before.IndexOf((byte)'{') >= 0 || before.IndexOf((byte)'[') >= 0;
        int length = flow ? UntilAny(text, at, OfFlow) : UntilAny(text, at, OfLine);
        return TrimComment(text, at, length, "#"u8);
    }

    private static int KeyValue(ScanContext context, int at)
    {
        ReadOnlySpan<byte> text = context.Text;
        if (LineBefore(context, at).IndexOf((byte)'{') >= 0)
        {
            return UntilAny(text, at, OfBlock); // a block on one line: { user: a, password: b }
        }

        int length = TrimComment(text, at, UntilAny(text, at, OfLine), "#;"u8);

        // Several pairs on one line: host=a password=b; the first word is the value.
        ReadOnlySpan<byte> value = text.Slice(at, length);
        int space = value.IndexOfAny((byte)' ', (byte)'\t');
        return space > 0 && value.Slice(space).IndexOf((byte)'=') > 0 ? space : length;
    }

    private static ReadOnlySpan<byte> LineBefore(ScanContext context, int at)
    {
        int start = context.LineStart(at, Lookback);
        return context.Text.Slice(start, at - start);
    }

    private static int UntilAny(ReadOnlySpan<byte> text, int at, ByteSearch stops)
    {
        int most = Math.Min(Longest, text.Length - at);
        int stop = stops.IndexIn(text.Slice(at, most));
        return stop < 0 ? (most == Longest ? 0 : most) : stop;
    }

    private static int TrimComment(ReadOnlySpan<byte> text, int at, int length, ReadOnlySpan<byte> marks)
    {
        for (int i = 1; i < length; i++)
        {
            if (Ascii.IsSpace(text[at + i - 1]) && marks.IndexOf(text[at + i]) >= 0)
            {
                length = i;
                break;
            }
        }

        while (length > 0 && Ascii.IsSpace(text[at + length - 1]))
        {
            length--;
        }

        return length;
    }

    /// <summary>What closes a list or an object that the text has opened before: <c>{key: value}</c>.</summary>
    private static int TrimClosers(ReadOnlySpan<byte> text, int at, int length)
    {
        while (length > 0 && text[at + length - 1] is (byte)'}' or (byte)']' && text.Slice(at, length).IndexOfAny((byte)'{', (byte)'[') < 0
            && text.Slice(Math.Max(0, at - LongestLead), Math.Min(at, LongestLead)).IndexOf((byte)(text[at + length - 1] - 2)) >= 0)
        {
            length--;
        }

        return length;
    }

    /// <summary>Marks of sentences and of Markdown at the end of a word are not part of it. A word that dots cut off is none.</summary>
    private static int TrimSentence(ReadOnlySpan<byte> text, int at, int length)
    {
        if (length > 2 && text.Slice(at, length).EndsWith("..."u8))
        {
            return 0;
        }

        while (length > 0 && text[at + length - 1] is (byte)'.' or (byte)',' or (byte)')' or (byte)'*' or (byte)':' or (byte)']')
        {
            length--;
        }

        return length;
    }
}
