using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CodeFixes.Places;

/// <summary>Places where C# allows only constants: nothing can be read there.</summary>
internal static class ConstantPlaces
{
    /// <summary>Whether the expression stands in an attribute, a default value of a parameter, a case or a pattern.</summary>
    public static bool Holds(ExpressionSyntax expression)
    {
        for (SyntaxNode? node = expression.Parent; node is not null and not (StatementSyntax or LambdaExpressionSyntax or MemberDeclarationSyntax); node = node.Parent)
        {
            if (node is AttributeArgumentSyntax or CaseSwitchLabelSyntax or ConstantPatternSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word <c>const</c> of the declaration that the expression initialises, or none.</summary>
    public static SyntaxToken Keyword(ExpressionSyntax expression) =>
        Declarator(expression)?.Parent?.Parent switch
        {
            FieldDeclarationSyntax field => field.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.ConstKeyword)),
            LocalDeclarationStatementSyntax local => local.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.ConstKeyword)),
            _ => default,
        };

    /// <summary>The variable whose initialiser holds the expression, outside of any lambda, or null.</summary>
    public static VariableDeclaratorSyntax? Declarator(ExpressionSyntax expression)
    {
        SyntaxNode? node = expression.Parent;
        while (node is ExpressionSyntax and not AnonymousFunctionExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or InterpolationSyntax)
        {
            node = node.Parent;
        }

        return node is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } ? declarator : null;
    }
}
