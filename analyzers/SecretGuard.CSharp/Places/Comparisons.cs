using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CSharp.Places;

/// <summary>What a value is compared with besides: <c>password is "…" or "…"</c>, <c>case "…": case "…":</c>.</summary>
internal static class Comparisons
{
    private const int Most = 4;
    private const int Longest = 40;

    /// <summary>The other literals of the same question, the first of them.</summary>
    public static IEnumerable<string> Beside(SyntaxNode value)
    {
        SyntaxNode whole = value;
        while (whole.Parent is { } outer && IsPart(outer))
        {
            whole = outer;
        }

        IEnumerable<SyntaxNode> questions = whole is SwitchLabelSyntax { Parent: SwitchSectionSyntax section } ? section.Labels : [whole];
        return questions.SelectMany(question => question.DescendantNodesAndSelf()).OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && !value.Span.Contains(literal.Span) && literal.Token.ValueText is { Length: > 0 and < Longest } text && text.IndexOf('\n') < 0)
            .Take(Most).Select(literal => literal.Token.ValueText);
    }

    private static bool IsPart(SyntaxNode outer) => outer switch
    {
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.LogicalOrExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression,
        PatternSyntax or IsPatternExpressionSyntax or SwitchLabelSyntax or ParenthesizedExpressionSyntax => true,
        ArgumentSyntax or ArgumentListSyntax { Parent: InvocationExpressionSyntax } => true,
        InvocationExpressionSyntax call => SimpleName.Of(call.Expression) == "Equals",
        _ => false,
    };
}
