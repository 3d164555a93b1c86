using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CSharp.Facts;

/// <summary>Places of literals in source text.</summary>
internal static class Literals
{
    /// <summary>
    /// The text of the longest literal in an expression, without its quotes: where a secret that is made of several is shown; behind the colon of a user and a
    /// password. Without one, the seed.
    /// </summary>
    public static TextSpan Within(SyntaxNode whole, SyntaxNode seed)
    {
        SyntaxNode expression = whole.Span.Contains(seed.Span) ? whole : seed;
        if (expression is LiteralExpressionSyntax { Token: var only })
        {
            return Inner(only) is { Length: > 0 } inside ? inside : seed.Span;
        }

        TextSpan longest = default;
        bool colon = false;
        foreach (SyntaxToken token in expression.DescendantTokens())
        {
            TextSpan inner = Inner(token);
            longest = colon && inner.Length > 0 || inner.Length > longest.Length ? inner : longest;
            colon = inner.Length > 0 && token.ValueText.EndsWith(":", StringComparison.Ordinal);
        }

        return longest.Length > 0 ? longest : seed.Span;
    }

    private static TextSpan Inner(SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.InterpolatedStringTextToken:
                return token.Span;
            case SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken
                or SyntaxKind.Utf8MultiLineRawStringLiteralToken:
                int start = token.Text.IndexOf('"'), end = token.Text.LastIndexOf('"');
                while (start < end - 1 && token.Text[start] == '"' && token.Text[start + 1] == '"' && token.Text[end - 1] == '"' && token.Text.Length > 6)
                {
                    (start, end) = (start + 1, end - 1);
                }

                return end > start + 1 ? TextSpan.FromBounds(token.SpanStart + start + 1, token.SpanStart + end) : default;
            default:
                return default;
        }
    }
}
