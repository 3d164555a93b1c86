using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CSharp.Places;

/// <summary>Literals that are used where something is not configured, told by syntax: <c>configuration["Db:Password"] ?? "…"</c>.</summary>
internal static class Fallbacks
{
    /// <summary>Whether the literal at this place is one.</summary>
    public static bool IsOne(SyntaxNode root, TextSpan literal)
    {
        SyntaxNode? node = root.FullSpan.Contains(literal) ? root.FindNode(literal, getInnermostNodeForTie: true) : null;
        while (node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or InterpolatedStringTextSyntax or ParenthesizedExpressionSyntax or ArgumentSyntax { Parent: not ArgumentListSyntax })
        {
            if (node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Right == node)
            {
                return IsLookUp(coalesce.Left);
            }

            node = node.Parent;
        }

        return false;
    }

    private static bool IsLookUp(ExpressionSyntax left) => left switch
    {
        ElementAccessExpressionSyntax or InvocationExpressionSyntax or ConditionalAccessExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => IsLookUp(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } chain => IsLookUp(chain.Left) || IsLookUp(chain.Right),
        _ => false,
    };
}
