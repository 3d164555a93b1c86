using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CodeFixes.Places;

/// <summary>Texts that are joined by <c>+</c>.</summary>
internal static class Sums
{
    /// <summary>The largest constant sum around an expression, or itself.</summary>
    public static ExpressionSyntax Outermost(SemanticModel model, ExpressionSyntax expression)
    {
        ExpressionSyntax outermost = expression;
        for (ExpressionSyntax outer = expression; outer.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or ParenthesizedExpressionSyntax;)
        {
            outer = (ExpressionSyntax)outer.Parent;
            if (!model.GetConstantValue(outer).HasValue)
            {
                break;
            }

            outermost = outer is ParenthesizedExpressionSyntax ? outermost : outer;
        }

        return outermost;
    }

    /// <summary>Whether the whole sum around an expression is constant; so is an expression in no sum.</summary>
    public static bool IsConstant(SemanticModel model, ExpressionSyntax expression)
    {
        ExpressionSyntax outer = expression;
        while (outer.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or ParenthesizedExpressionSyntax)
        {
            outer = (ExpressionSyntax)outer.Parent;
        }

        return outer == expression || model.GetConstantValue(outer).HasValue;
    }

    /// <summary>Whether what is joined to the expression ends or begins a word there: <c>"Bearer " + "…"</c> does, <c>"kw7" + "mpo"</c> does not.</summary>
    public static bool StandsAlone(SemanticModel model, ExpressionSyntax expression)
    {
        ExpressionSyntax[] operands = [.. Operands(Outermost(model, expression))];
        int at = Array.IndexOf(operands, expression);
        return at >= 0
            && (at == 0 || Value(model, operands[at - 1]) is not { Length: > 0 } before || !char.IsLetterOrDigit(before[before.Length - 1]))
            && (at == operands.Length - 1 || Value(model, operands[at + 1]) is not { Length: > 0 } after || !char.IsLetterOrDigit(after[0]));
    }

    private static IEnumerable<ExpressionSyntax> Operands(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Operands(sum.Left).Concat(Operands(sum.Right)),
        ParenthesizedExpressionSyntax parenthesized => Operands(parenthesized.Expression),
        _ => [expression],
    };

    private static string? Value(SemanticModel model, ExpressionSyntax expression) => model.GetConstantValue(expression) is { HasValue: true, Value: string text } ? text : null;
}
