using System.Globalization;

namespace SecretGuard.Rules;

/// <content>Reads the text of a pattern.</content>
public sealed partial class TokenPattern
{
    private static Node[] ParseSequence(string text, ref int position)
    {
        var nodes = new List<Node>();
        while (position < text.Length && text[position] is not ('|' or ')'))
        {
            Node node = ParseAtom(text, ref position);
            (int min, int max) = ParseQuantifier(text, ref position);
            if (node.Kind != Kind.Class && max > 1)
            {
                throw new FormatException($"only a class may repeat: at {position} of '{text}'");
            }

            // Neighbouring literals become one, so that the whole run can serve as a signature.
            if (node.Kind == Kind.Literal && min == 1 && nodes.Count > 0 && nodes[nodes.Count - 1] is { Kind: Kind.Literal, Min: 1 } before)
            {
                nodes[nodes.Count - 1] = Node.OfLiteral(before.Text + node.Text);
            }
            else
            {
                nodes.Add(node with { Min = min, Max = max });
            }
        }

        return [.. nodes];
    }

    private static Node ParseAtom(string text, ref int position)
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
                return Node.OfClass(members);

            case '(':
                var alternatives = new List<Node[]> { ParseSequence(text, ref position) };
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
                return Node.OfGroup([.. alternatives]);

            case '*' or '+' or '?' or '{' or '}' or ']' or '^' or '$':
                throw new FormatException($"'{c}' at {position - 1} of '{text}' must be escaped");

            default:
                return Node.OfLiteral((c == '\\' ? text[position++] : c).ToString());
        }
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
        string[] numbers = text.Substring(position + 1, close - position - 1).Split(',');
        position = close + 1;
        int min = int.Parse(numbers[0], CultureInfo.InvariantCulture);
        return (min, numbers.Length == 1 ? min : int.Parse(numbers[1], CultureInfo.InvariantCulture));
    }
}
