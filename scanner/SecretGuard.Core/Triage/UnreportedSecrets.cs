using SecretGuard.Detection;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;

namespace SecretGuard.Triage;

/// <summary>
/// What on a shown line may be a secret although no rule reports it: nobody judged it for a finding, but a line that is shown for its neighbour must
/// not give it away. Sure of less than a rule is, because a mask too many costs only a word.
/// </summary>
internal static class UnreportedSecrets
{
    private const int LeastLiteral = 6;
    private const int LeastRepeated = 3;
    private const int LongestRepeated = 256;
    private const int LeastUnbounded = 8; // no word of another text holds so much of a secret by chance

    /// <summary>Adds the ranges to mask between two places of a line, in no order, to the <paramref name="ranges"/> that were seen there.</summary>
    public static void Find(ReadOnlySpan<byte> text, int start, int end, List<(int Start, int End)> ranges)
    {
        int seen = ranges.Count;
        for (int at = start; at < end;)
        {
            if (Quotes.IsQuote(text[at]))
            {
                AddLiteral(text.Slice(0, end), at, seen, ranges);
            }

            int word = at;
            while (at < end && IsWordByte(text[at]))
            {
                at++;
            }

            if (at > word)
            {
                AddDrawn(text, word, at, ranges);
                AddBound(text.Slice(0, end), word, at, ranges);
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>Adds the places from <paramref name="from"/> on where a value stands once more, a short one as a word of its own.</summary>
    public static void FindRepeats(ReadOnlySpan<byte> text, int from, ReadOnlySpan<byte> value, List<(int Start, int End)> ranges)
    {
        for (int at = from; value.Length is >= LeastRepeated and <= LongestRepeated && at < text.Length;)
        {
            int found = text.Slice(at).IndexOf(value);
            if (found < 0)
            {
                return;
            }

            at += found;
            if (value.Length >= LeastUnbounded || IsWord(text, at, at + value.Length))
            {
                ranges.Add((at, at + value.Length));
            }

            at += value.Length;
        }
    }

    /// <summary>A run of characters that looks drawn at random.</summary>
    private static void AddDrawn(ReadOnlySpan<byte> text, int start, int end, List<(int Start, int End)> ranges)
    {
        if (Randomness.IsDrawn(text.Slice(start, end - start), Randomness.LeastDrawn))
        {
            ranges.Add((start, end));
        }
    }

    /// <summary>A literal that would surely be taken for a password if a name said so; where some of it was seen, what is left of it.</summary>
    private static void AddLiteral(ReadOnlySpan<byte> text, int at, int seen, List<(int Start, int End)> ranges)
    {
        if (!Quotes.TryRead(text, at, out int start, out int length, out _))
        {
            return;
        }

        int end = start + length;
        for (int i = 0; i < seen; i++)
        {
            (int from, int to) = ranges[i];
            if (from < end && to > start)
            {
                AddPassword(text, start, Math.Max(start, from), ranges);
                start = Math.Min(end, to);
            }
        }

        AddPassword(text, start, end, ranges);
    }

    private static void AddPassword(ReadOnlySpan<byte> text, int start, int end, List<(int Start, int End)> ranges)
    {
        if (end - start >= LeastLiteral
            && ValueJudge.Judge(text.Slice(start, end - start), new ValueContext(NameKind.Password, Quoted: true, FileSyntax.Unknown, FilePlace.Ordinary)) >= Confidence.High)
        {
            ranges.Add((start, end));
        }
    }

    /// <summary>What a name that says secret is bound to: by a sign, by a quote after a blank, by a blank after an option.</summary>
    private static void AddBound(ReadOnlySpan<byte> text, int start, int end, List<(int Start, int End)> ranges)
    {
        int at = end < text.Length && (Quotes.IsQuote(text[end]) || text[end] == ']') ? end + 1 : end;
        int sign = at;
        while (at < text.Length && (Ascii.IsSpace(text[at]) || text[at] is (byte)'=' or (byte)':' or (byte)'>'))
        {
            at++;
        }

        if (at == sign || at == text.Length)
        {
            return;
        }

        bool signed = text.Slice(sign, at - sign).IndexOfAny((byte)'=', (byte)':') >= 0, quoted = Quotes.IsQuote(text[at]);
        if ((signed || quoted || text[start] == '-') && NameJudge.SaysSecret(text.Slice(start, end - start)))
        {
            int close = ValueEnd(text, quoted ? at + 1 : at, quoted ? text[at] : (byte)0);
            at += quoted ? 1 : 0;
            bool opens = !quoted && close == at + 1 && text[at] is (byte)'{' or (byte)'[' or (byte)'('; // what a structure begins with is no value
            if (close > at && !opens && (quoted || !IsCall(text, at, close)) && !Placeholders.IsPlaceholder(text.Slice(at, close - at)))
            {
                ranges.Add((at, close));
            }
        }
    }

    /// <summary>Whether names are called with a literal, or asked for one: <c>builder.Configuration["</c>. Passwords that are written without quotes have no such end.</summary>
    private static bool IsCall(ReadOnlySpan<byte> text, int start, int end)
    {
        if (end >= text.Length || !Quotes.IsQuote(text[end]) || text[end - 1] is not ((byte)'(' or (byte)'['))
        {
            return false;
        }

        for (int i = start; i < end - 1; i++)
        {
            if (!Ascii.IsLetter(text[i]) && text[i] is not ((byte)'.' or (byte)'_'))
            {
                return false;
            }
        }

        return end - 1 > start;
    }

    private static int ValueEnd(ReadOnlySpan<byte> text, int at, byte quote)
    {
        for (; at < text.Length; at++)
        {
            byte b = text[at];
            if (quote != 0 ? b == quote : Ascii.IsSpace(b) || b is (byte)',' or (byte)';' or (byte)'&' or (byte)')' or (byte)'}' or (byte)'<' or (byte)'"')
            {
                break;
            }

            at += b == '\\' && quote != 0 ? 1 : 0;
        }

        return Math.Min(at, text.Length);
    }

    /// <summary>What names and the usual alphabets of tokens are made of.</summary>
    private static bool IsWordByte(byte b) => Ascii.IsAlphanumeric(b) || b is (byte)'_' or (byte)'-' or (byte)'.' or (byte)'+' or (byte)'/' or (byte)'~' || b >= 0x80;

    private static bool IsWord(ReadOnlySpan<byte> text, int start, int end) =>
        (start == 0 || !Ascii.IsAlphanumeric(text[start - 1])) && (end >= text.Length || !Ascii.IsAlphanumeric(text[end]));
}
