using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CSharp.Facts;

/// <summary>Where in a file a name is used. Built when first asked, by syntax alone.</summary>
internal sealed class Uses(SyntaxNode root)
{
    private const int Most = 8;

    private Dictionary<string, List<IdentifierNameSyntax>>? _byName;

    /// <summary>The first uses of the symbol in this file that hand its value on.</summary>
    public IEnumerable<IdentifierNameSyntax> Of(ISymbol symbol)
    {
        _byName ??= Index();
        return _byName.TryGetValue(symbol.Name, out List<IdentifierNameSyntax>? uses) ? uses.Take(Most) : [];
    }

    private Dictionary<string, List<IdentifierNameSyntax>> Index()
    {
        var index = new Dictionary<string, List<IdentifierNameSyntax>>(StringComparer.Ordinal);
        foreach (IdentifierNameSyntax name in root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(HandsOn))
        {
            if (!index.TryGetValue(name.Identifier.ValueText, out List<IdentifierNameSyntax>? uses))
            {
                index[name.Identifier.ValueText] = uses = [];
            }

            uses.Add(name);
        }

        return index;
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
