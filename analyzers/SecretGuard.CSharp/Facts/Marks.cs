using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CSharp.Facts;

/// <summary>Where in a text of C# something may stand that a constant is made of. The tree is walked towards these places only: most of it leads to none.</summary>
internal sealed class Marks
{
    private const string Builds = ".Append(";
    private const string Built = ".ToString()";

    private static readonly char[] LineEnds = ['\n', '\r'];

    private readonly List<int> _positions = [];

    /// <summary>Finds quotation marks, signs of addition, commas after a number or a character, and where what was appended is read.</summary>
    public Marks(string text)
    {
        bool builds = text.IndexOf(Builds, StringComparison.Ordinal) >= 0;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                case '+' when IsSum(text, i):
                case ',' when IsListed(text, i):
                case '.' when builds && string.CompareOrdinal(text, i, Built, 0, Built.Length) == 0:
                    _positions.Add(i);
                    break;
                case '/' when At(text, i + 1) == '/' && IsFirstOfLine(text, i):
                    i = text.IndexOfAny(LineEnds, i) is var end and > 0 ? end : text.Length; // documentation is full of quotation marks
                    break;
            }
        }
    }

    /// <summary>The nodes that hold a mark, in the order of the text. Nodes beside the way to one are never made.</summary>
    public IEnumerable<SyntaxNode> NodesOf(SyntaxNode root)
    {
        List<SyntaxNode> way = [root];
        List<int> ends = [root.FullSpan.End]; // asked for once a node: it costs a walk to the last token
        foreach (int position in _positions)
        {
            while (way.Count > 1 && ends[ends.Count - 1] <= position)
            {
                way.RemoveAt(way.Count - 1);
                ends.RemoveAt(ends.Count - 1);
            }

            while (way[way.Count - 1] is not LiteralExpressionSyntax and var last && position < ends[ends.Count - 1] && last.ChildThatContainsPosition(position).AsNode() is { } child && child.Span is var span && span.Contains(position))
            {
                yield return child;
                way.Add(child);
                ends.Add(span.End);
            }
        }
    }

    private static bool IsFirstOfLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at == 0 || Array.IndexOf(LineEnds, text[at - 1]) >= 0;
    }

    private static bool IsSum(string text, int sign) => At(text, sign - 1) != '+' && At(text, sign + 1) is not ('+' or '=');

    private static bool IsListed(string text, int comma)
    {
        int start = comma;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
        {
            start--;
        }

        return At(text, start) is >= '0' and <= '9' || (start == comma && At(text, comma - 1) == '\'');
    }

    private static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : '\0';
}
