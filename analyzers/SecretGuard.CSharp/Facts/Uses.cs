using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CSharp.Facts;

/// <summary>Where in a file a name is used, by syntax alone.</summary>
/// <param name="root">The file's tree.</param>
/// <param name="text">The file's text. A name is looked for in it: a walk through the whole tree makes every node of it.</param>
internal sealed class Uses(SyntaxNode root, string text)
{
    private const int Most = 8;
    private const int MostLooks = 2000; // whoever asks for more names, or for one that stands everywhere, has the file walked through once
    private const int LooksOfSearch = 20;

    private readonly Dictionary<(string Name, int Scope), List<IdentifierNameSyntax>> _known = [];
    private readonly Dictionary<string, List<IdentifierNameSyntax>> _byName = new(StringComparer.Ordinal);
    private int _looks;
    private bool _isIndexed;

    /// <summary>The first uses of the symbol in this file that hand its value on; of a variable those where it can be seen, whatever has its name elsewhere.</summary>
    public IReadOnlyList<IdentifierNameSyntax> Of(ISymbol symbol)
    {
        TextSpan scope = ScopeOf(symbol);
        if (!_known.TryGetValue((symbol.Name, scope.Start), out List<IdentifierNameSyntax>? uses))
        {
            _known[(symbol.Name, scope.Start)] = uses = _looks < MostLooks ? Search(symbol.Name, scope) : Within(Indexed(symbol.Name), scope);
        }

        return uses;
    }

    private TextSpan ScopeOf(ISymbol symbol) =>
        symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } declared && declared.SyntaxTree == root.SyntaxTree
            && declared.GetSyntax().FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or SwitchStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax) is { } scope ? scope.Span : root.FullSpan;

    private List<IdentifierNameSyntax> Search(string name, TextSpan scope)
    {
        _looks += LooksOfSearch;
        var uses = new List<IdentifierNameSyntax>();
        for (int at = Next(name, scope.Start); at >= 0 && at < scope.End && uses.Count < Most; at = Next(name, at + name.Length))
        {
            _looks++;
            if (root.FindToken(at).Parent is IdentifierNameSyntax use && use.Identifier.ValueText == name && HandsOn(use))
            {
                uses.Add(use);
            }
        }

        return uses;
    }

    /// <summary>Where the name stands next as a word of its own, or a negative number.</summary>
    private int Next(string name, int from)
    {
        int at = name.Length == 0 ? -1 : text.IndexOf(name, from, StringComparison.Ordinal);
        while (at >= 0 && (IsPart(at - 1) || IsPart(at + name.Length)))
        {
            at = text.IndexOf(name, at + 1, StringComparison.Ordinal);
        }

        return at;
    }

    private bool IsPart(int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');

    private List<IdentifierNameSyntax> Indexed(string name)
    {
        if (!_isIndexed)
        {
            _isIndexed = true;
            foreach (SyntaxNode node in root.DescendantNodes())
            {
                if (node is IdentifierNameSyntax use && HandsOn(use))
                {
                    if (!_byName.TryGetValue(use.Identifier.ValueText, out List<IdentifierNameSyntax>? uses))
                    {
                        _byName[use.Identifier.ValueText] = uses = [];
                    }

                    uses.Add(use);
                }
            }
        }

        return _byName.TryGetValue(name, out List<IdentifierNameSyntax>? named) ? named : [];
    }

    /// <summary>The first uses in a part of the file. They stand in the order of the text: a name of every method is asked for in each of them.</summary>
    private static List<IdentifierNameSyntax> Within(List<IdentifierNameSyntax> uses, TextSpan scope)
    {
        int low = 0, high = uses.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = uses[middle].SpanStart < scope.Start ? (middle + 1, high) : (low, middle);
        }

        return [.. uses.Skip(low).TakeWhile(use => use.SpanStart < scope.End).Take(Most)];
    }

    private static bool HandsOn(IdentifierNameSyntax name)
    {
        SyntaxNode value = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
        value = value.Parent is InvocationExpressionSyntax call && call.Expression == value ? call : value;
        return value.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Right == value,
            ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or BinaryExpressionSyntax or ElementAccessExpressionSyntax or InterpolationSyntax or InitializerExpressionSyntax
                or MemberAccessExpressionSyntax or AttributeArgumentSyntax or ConditionalExpressionSyntax => true,
            _ => false,
        };
    }
}
