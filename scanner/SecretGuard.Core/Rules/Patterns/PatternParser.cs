using System.Text;

namespace SecretGuard.Rules;

/// <summary>Reads the language of <see cref="TokenPattern"/>.</summary>
internal static class PatternParser
{
    private const string Specials = "[](){}|*+?^$";
    private const int MostRepeats = 100_000;

    /// <summary>Parses a whole pattern. Throws <see cref="FormatException"/> with the position of what is wrong.</summary>
    public static PatternNode[] Parse(string text)
    {
        int position = 0;
        PatternNode[] nodes = ParseSequence(text, ref position);
        return position == text.Length
            ? nodes
            : throw new FormatException($"unexpected '{text[position]}' at {position} of the pattern '{text}'");
    }

    private static PatternNode[] ParseSequence(string text, ref int position)
    {
        var nodes = new List<PatternNode>();
        while (position < text.Length && text[position] is not ('|' or ')'))
        {
            PatternNode node = ParseAtom(text, ref position);
            (int min, int max) = ParseQuantifier(text, ref position);
            if (node.Kind != PatternKind.Class && max > 1)
            {
                throw new FormatException($"only a class may repeat: at {position} of '{text}'");
            }

            // Neighbouring literals become one, so that the whole run can serve as a signature.
            if (node.Kind == PatternKind.Literal && min == 1 && nodes.Count > 0 && nodes[nodes.Count - 1] is { Kind: PatternKind.Literal, Min: 1 } before)
            {
                nodes[nodes.Count - 1] = PatternNode.OfLiteral(before.Text + node.Text);
            }
            else
            {
                nodes.Add(node with { Min = min, Max = max });
            }
        }

        return [.. nodes];
    }

    private static PatternNode ParseAtom(string text, ref int position)
    {
        char c = text[position++];
        switch (c)
        {
            case '[':
                int close = position;
                while (close < text.Length && text[close] != ']')
                {
                    close += text[close] == '\\' ? 2 : 1;
                }

                if (close >= text.Length)
                {
                    throw new FormatException($"'[' without ']' in '{text}'");
                }

                var members = ByteClass.Parse(text.Substring(position, close - position));
                position = close + 1;
                return PatternNode.OfClass(members);

            case '(':
                var alternatives = new List<PatternNode[]> { ParseSequence(text, ref position) };
                while (position < text.Length && text[position] == '|')
                {
                    position++;
                    alternatives.Add(ParseSequence(text, ref position));
                }

                if (position >= text.Length)
                {
                    throw new FormatException($"'(' without ')' in '{text}'");
                }

                position++;
                return PatternNode.OfGroup([.. alternatives]);

            case '*' or '+' or '?' or '{' or '}' or ']' or '^' or '$':
                throw new FormatException($"'{c}' at {position - 1} of '{text}' must be escaped");

            default:
                position--;
                return PatternNode.OfLiteral(ParseLiteral(text, ref position));
        }
    }

    /// <summary>The bytes up to what is none; without the last where a quantifier follows, which is of that one alone.</summary>
    private static string ParseLiteral(string text, ref int position)
    {
        var literal = new StringBuilder();
        while (position < text.Length && Specials.IndexOf(text[position]) < 0)
        {
            int end = position + (text[position] == '\\' ? 2 : 1);
            if (end > text.Length)
            {
                throw new FormatException($"'\\' escapes nothing at the end of '{text}'");
            }

            if (literal.Length > 0 && end < text.Length && (text[end] is '?' or '{'))
            {
                break;
            }

            literal.Append(text[end - 1]);
            position = end;
        }

        return literal.ToString();
    }

    private static (int Min, int Max) ParseQuantifier(string text, ref int position)
    {
        if (position < text.Length && text[position] == '?')
        {
            position++;
            return (0, 1);
        }

        if (position >= text.Length || text[position] != '{')
        {
            return (1, 1);
        }

        int close = text.IndexOf('}', position);
        if (close < 0)
        {
            throw new FormatException($"'{{' without '}}' in '{text}'");
        }

        string[] numbers = text.Substring(position + 1, close - position - 1).Split(',');
        position = close + 1;
        int min = Number(numbers[0], text);
        return (min, numbers.Length == 1 ? min : Number(numbers[1], text));
    }

    /// <summary>Without what the framework has to know of cultures for it.</summary>
    private static int Number(string digits, string text)
    {
        int number = 0;
        foreach (char digit in digits)
        {
            number = digit is >= '0' and <= '9' && number < MostRepeats ? number * 10 + digit - '0' : throw NoNumber(digits, text);
        }

        return digits.Length > 0 ? number : throw NoNumber(digits, text);
    }

    private static FormatException NoNumber(string digits, string text) => new($"'{digits}' is no number of times in '{text}'");
}
