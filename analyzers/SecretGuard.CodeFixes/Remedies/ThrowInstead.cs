using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Edits;
using SecretGuard.CodeFixes.Places;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Remedies;

/// <summary>A fallback for a secret that is not configured becomes an exception that says what to configure.</summary>
internal sealed class ThrowInstead : Remedy
{
    public override string Key => "SecretGuard.ThrowInstead";

    public override IEnumerable<Attempt> Attempts(SecretPlace place, SecretName name)
    {
        if (place.Replaceable is not { } expression)
        {
            yield break;
        }

        while (expression.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax)
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        var look = new LookUps(place.Model);
        var types = new TypeNames(place.Model, expression.SpanStart);
        (string What, Func<string, IEnumerable<TextChange>> Change)? found = expression.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when coalesce.Right == expression =>
                (look.Describe(coalesce.Left, name), exception => [new TextChange(expression.Span, exception)]),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Parent: ExpressionStatementSyntax } assignment when assignment.Right == expression =>
                (look.Describe(assignment.Left, name), exception => [new TextChange(TextSpan.FromBounds(assignment.OperatorToken.SpanStart, expression.Span.End), "= " + assignment.Left + " ?? " + exception)]),
            ConditionalExpressionSyntax conditional when conditional.Condition != expression && LookUps.Missing(conditional.Condition) is { } missing =>
                (look.Describe(missing, name), exception => [new TextChange(expression.Span, exception)]),
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument when look.IsDefault(argument) =>
                (look.Describe(call, name), exception => WithoutDefault(call, argument, exception)),
            _ => null,
        };
        if (found is { } fallback)
        {
            string exception = "throw new " + types.Name("System", "InvalidOperationException") + "(" + Reading.Quote(fallback.What + ".") + ")";
            yield return new Attempt("Throw where it is missing", [.. fallback.Change(exception), .. types.Usings(place.Root, place.Layout)]);
        }
    }

    /// <summary><c>GetValue("K", "…")</c> becomes <c>GetValue&lt;string&gt;("K") ?? throw …</c>: without the default nothing says the type.</summary>
    private static IEnumerable<TextChange> WithoutDefault(InvocationExpressionSyntax call, ArgumentSyntax argument, string exception)
    {
        SimpleNameSyntax name = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => (SimpleNameSyntax)call.Expression,
        };
        if (name is IdentifierNameSyntax { Identifier.ValueText: "GetValue" })
        {
            yield return new TextChange(new TextSpan(name.Span.End, 0), "<string>");
        }

        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        int at = arguments.IndexOf(argument);
        yield return new TextChange(TextSpan.FromBounds(arguments[at - 1].Span.End, argument.Span.End), "");

        ExpressionSyntax whole = call.Parent is ConditionalAccessExpressionSyntax conditional ? conditional : call;
        bool isPlain = whole.Parent is EqualsValueClauseSyntax or ArgumentSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or AssignmentExpressionSyntax or InitializerExpressionSyntax;
        if (!isPlain)
        {
            yield return new TextChange(new TextSpan(whole.SpanStart, 0), "(");
        }

        yield return new TextChange(new TextSpan(whole.Span.End, 0), " ?? " + exception + (isPlain ? "" : ")"));
    }
}
