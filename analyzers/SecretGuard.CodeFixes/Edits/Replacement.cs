using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Places;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>Puts what is read into the place of a secret, in the form that the place needs.</summary>
internal static class Replacement
{
    /// <summary>The changes, all within the expression.</summary>
    public static IEnumerable<TextChange> Of(SecretPlace place, Reading reading, TypeNames types)
    {
        SecretValue value = place.Value!;
        if (value.Part is { } part)
        {
            return OfPart(place, part, reading);
        }

        Reading whole = InForm(value.Form, reading, types);
        return [new TextChange(value.Expression.Span, whole.IsPrimary || TakesAny(value.Expression) ? whole.Text : "(" + whole.Text + ")")];
    }

    /// <summary>What is to be said to whoever stores the value about how to write it down.</summary>
    public static string FormOf(SecretPlace place) => place.Value?.Form == SecretForm.Bytes ? " in Base64" : "";

    private static Reading InForm(SecretForm form, Reading reading, TypeNames types) => form switch
    {
        SecretForm.Utf8 => new Reading(types.Name("System.Text", "Encoding") + ".UTF8.GetBytes(" + reading.Text + ")", IsPrimary: true),
        SecretForm.Bytes => new Reading(types.Name("System", "Convert") + ".FromBase64String(" + reading.Text + ")", IsPrimary: true),
        SecretForm.Characters => new Reading((reading.IsPrimary ? reading.Text : "(" + reading.Text + ")") + ".ToCharArray()", IsPrimary: true),
        _ => reading,
    };

    /// <summary>Puts the reading into the text, which becomes a sum or gets a hole.</summary>
    private static IEnumerable<TextChange> OfPart(SecretPlace place, TextSpan part, Reading reading)
    {
        ExpressionSyntax expression = place.Value!.Expression;
        if (expression is InterpolatedStringExpressionSyntax interpolated)
        {
            int depth = interpolated.StringStartToken.Text.StartsWith("$$", StringComparison.Ordinal) ? interpolated.StringStartToken.Text.Count(c => c == '$') : 1;
            return [new TextChange(part, Hole(reading, depth))];
        }

        SyntaxToken literal = ((LiteralExpressionSyntax)expression).Token;
        if (Literals.IsRaw(literal))
        {
            int depth = LongestRun(literal.Text) + 1;
            return [new TextChange(new TextSpan(literal.SpanStart, 0), new string('$', depth)), new TextChange(part, Hole(reading, depth))];
        }

        string opener = literal.Text.Substring(0, literal.Text.IndexOf('"') + 1);
        string before = place.Text.ToString(TextSpan.FromBounds(literal.SpanStart, part.Start)), after = place.Text.ToString(TextSpan.FromBounds(part.End, literal.Span.End));
        string middle = reading.IsPrimary ? reading.Text : "(" + reading.Text + ")";
        string sum = (before == opener ? "" : before + "\" + ") + middle + (after == "\"" ? "" : " + " + opener + after);
        return [new TextChange(literal.Span, TakesAny(expression) || expression.Parent.IsKind(SyntaxKind.AddExpression) ? sum : "(" + sum + ")")];
    }

    private static string Hole(Reading reading, int depth) => new string('{', depth) + reading.Text + new string('}', depth);

    private static int LongestRun(string text)
    {
        int longest = 0, run = 0;
        for (int i = 0; i < text.Length; i++)
        {
            run = text[i] is not ('{' or '}') ? 0 : i > 0 && text[i - 1] == text[i] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Whether an expression of the lowest precedence can stand here without brackets.</summary>
    private static bool TakesAny(ExpressionSyntax place) => place.Parent switch
    {
        EqualsValueClauseSyntax or ArgumentSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax or ParenthesizedExpressionSyntax or InterpolationSyntax or InitializerExpressionSyntax
            or AnonymousObjectMemberDeclaratorSyntax or LambdaExpressionSyntax or SwitchExpressionArmSyntax or ForEachStatementSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == place,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce.Right == place,
        ConditionalExpressionSyntax conditional => conditional.Condition != place,
        _ => false,
    };
}
