using System.Text;
using SecretGuard.Detection.Decoding;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>
/// The literals of the catalogue and the grams that were chosen for them, as a text that is made beforehand: to find them needs every rule and
/// its formats, to look for them none. The first line tells how many literals and matchers follow. A matcher's line names it:
/// <c>rule 7 slack-webhook-url</c> with its family's number, <c>matcher 5 NamedValueMatcher</c>, <c>decoder 0 EscapeDecoder</c>. Under it stand
/// its literals: a space, where the gram begins, letters (<c>i</c> letter case is ignored, <c>f</c> it looks far), <c>[…]</c> with what can
/// follow one of three bytes in hexadecimal, a space, and the literal with <c>\n</c>, <c>\r</c>, <c>\t</c> and <c>\\</c>.
/// </summary>
internal static class SignatureTable
{
    /// <summary>Its name as a resource.</summary>
    public const string Name = "signatures.txt";

    /// <summary>The index of the catalogue's literals.</summary>
    public static SignatureIndex Index() => Read(EmbeddedTables.Read(Name));

    /// <summary>The table as the catalogue would have it.</summary>
    public static string Write()
    {
        (string Name, Matcher Matcher)[] matchers =
        [
            .. from family in Enumerable.Range(0, Catalogue.FamilyCount) from rule in Catalogue.Family(family).Where(TokenMatcher.IsFor) select ($"rule {family} {rule.Slug}", (Matcher)new TokenMatcher(rule)),
            .. Enumerable.Range(0, Catalogue.MatcherCount).Select(number => (Named("matcher", number, Catalogue.Matcher(number)), Catalogue.Matcher(number))),
            .. Decoders.All.Select((decoder, number) => (Named("decoder", number, decoder), decoder)),
        ];
        List<ByteClass?> next = [];
        IndexedLiteral[] literals = IndexedLiteral.Of([.. matchers.Select(named => named.Matcher)], next);
        byte[] offsets = Gram.Choose(literals, next, new GramFilter());
        var table = new StringBuilder();
        table.Append(literals.Length).Append(' ').Append(matchers.Length).Append('\n');
        for (int matcher = 0, literal = 0; matcher < matchers.Length; matcher++)
        {
            table.Append(matchers[matcher].Name).Append('\n');
            for (; literal < literals.Length && literals[literal].Matcher == matcher; literal++)
            {
                Append(table, literals[literal], offsets[literal], next[literal]);
            }
        }

        return table.ToString();
    }

    private static string Named(string kind, int number, Matcher matcher) => $"{kind} {number} {matcher.GetType().Name}";

    private static void Append(StringBuilder table, in IndexedLiteral literal, int offset, ByteClass? follows)
    {
        string text = Encoding.UTF8.GetString(literal.Bytes).Replace(@"\", @"\\").Replace("\n", @"\n").Replace("\r", @"\r").Replace("\t", @"\t");
        string next = follows is { } members && literal.Bytes.Length < Gram.Length ? $"[{Hex.Encode(Encoding.ASCII.GetBytes(members.Members()), members.Count)}]" : "";
        table.Append(' ').Append(offset).Append(literal.IgnoreCase ? "i" : "").Append(literal.LooksFar ? "f" : "").Append(next).Append(' ').Append(text).Append('\n');
    }

    private static SignatureIndex Read(byte[] table)
    {
        int at = 0;
        var literals = new IndexedLiteral[Number(table, ref at)];
        at++;
        string[] names = new string[Number(table, ref at)];
        byte[] offsets = new byte[literals.Length];
        var filter = new GramFilter();
        int literal = 0, matcher = -1, signature = 0;
        for (at++; at < table.Length; at++)
        {
            int end = Array.IndexOf(table, (byte)'\n', at);
            if (table[at] != ' ')
            {
                names[++matcher] = Encoding.ASCII.GetString(table, at, end - at);
                (at, signature) = (end, 0);
                continue;
            }

            at++;
            offsets[literal] = (byte)Number(table, ref at);
            bool ignoreCase = Skip(table, 'i', ref at), looksFar = Skip(table, 'f', ref at);
            ByteClass? next = Skip(table, '[', ref at) ? Members(table, ref at) : null;
            literals[literal] = new IndexedLiteral(Unescape(table.AsSpan(at + 1, end - at - 1)), ignoreCase, looksFar, matcher, signature++);
            literals[literal].LetPass(filter, Gram.At(literals[literal].Bytes, offsets[literal]), next);
            literal++;
            at = end;
        }

        return new SignatureIndex(literals, offsets, filter, names.Length, number => Make(names[number]));
    }

    private static Matcher Make(string name)
    {
        string[] words = name.Split(' ');
        int number = AsciiText.Number(words[1]);
        return words[0] switch
        {
            "rule" => new TokenMatcher(Array.Find(Catalogue.Family(number), rule => rule.Slug == words[2])!),
            "matcher" => Catalogue.Matcher(number),
            _ => Decoders.Make(number),
        };
    }

    private static int Number(byte[] table, ref int at)
    {
        int number = 0;
        for (; Ascii.IsDigit(table[at]); at++)
        {
            number = number * 10 + table[at] - '0';
        }

        return number;
    }

    private static bool Skip(byte[] table, char letter, ref int at)
    {
        bool stands = table[at] == letter;
        at += stands ? 1 : 0;
        return stands;
    }

    private static ByteClass Members(byte[] table, ref int at)
    {
        ulong low = 0, high = 0;
        for (; table[at] != ']'; at += 2)
        {
            int member = Ascii.HexValue(table[at]) * 16 + Ascii.HexValue(table[at + 1]);
            low |= member < 64 ? 1UL << member : 0;
            high |= member >= 64 ? 1UL << (member - 64) : 0;
        }

        at++;
        return new ByteClass(low, high);
    }

    private static byte[] Unescape(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf((byte)'\\') < 0)
        {
            return text.ToArray();
        }

        byte[] literal = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            literal[length++] = text[i] != '\\' ? text[i] : text[++i] switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', var same => same };
        }

        return literal.AsSpan(0, length).ToArray();
    }
}
