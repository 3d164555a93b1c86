using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CSharp.Facts;

/// <summary>Where in a text of C# something may stand that a constant is made of. The tree is walked towards these places only: most of it leads to none.</summary>
internal sealed class Marks
{
    private const string Builds = ".Append(";
    private const string Built = ".ToString()";

    private readonly List<int> _positions = [];

    /// <summary>Finds quotation marks, signs of addition, commas after a number or a character, and where what was appended is read.</summary>
    public Marks(string text)
    {
        bool builds = text.IndexOf(Builds, StringComparison.Ordinal) >= 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] switch { '"' => true, '+' => IsSum(text, i), ',' => IsListed(text, i), '.' => builds && string.CompareOrdinal(text, i, Built, 0, Built.Length) == 0, _ => false })
            {
                _positions.Add(i);
            }
        }
    }

    /// <summary>The nodes on the way to a mark, and what lies beside that way, in the order of the text.</summary>
    public IEnumerable<SyntaxNode> NodesOf(SyntaxNode root) => root.DescendantNodes(node => Stands(node.Span));

    /// <summary>Whether one stands there.</summary>
    private bool Stands(TextSpan span)
    {
        int next = _positions.BinarySearch(span.Start);
        next = next < 0 ? ~next : next;
        return next < _positions.Count && _positions[next] < span.End;
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
