using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>Adds statements to the beginning of a constructor: what an initialiser did was done before the body.</summary>
internal static class ConstructorBodies
{
    /// <summary>Adds them, behind the statements there that keep or read a parameter if one is given.</summary>
    public static TextChange Add(ConstructorDeclarationSyntax constructor, string? parameter, IReadOnlyList<string> statements, Layout layout)
    {
        string indent = layout.IndentAt(constructor.SpanStart), line = layout.LineBreak;
        if (constructor.Body is not { } body)
        {
            ArrowExpressionClauseSyntax arrow = constructor.ExpressionBody!;
            string lines = string.Concat(statements.Append(arrow.Expression + ";").Select(statement => line + indent + layout.Step + statement));
            return new TextChange(TextSpan.FromBounds(arrow.GetFirstToken().GetPreviousToken().Span.End, constructor.SemicolonToken.Span.End), line + indent + "{" + lines + line + indent + "}");
        }

        StatementSyntax? before = parameter is null ? null : body.Statements.TakeWhile(statement => statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: var right } } && right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == parameter)).LastOrDefault();
        SyntaxToken behind = before?.GetLastToken() ?? body.OpenBraceToken;
        if (layout.AreOnOneLine(behind.SpanStart, behind.GetNextToken().SpanStart))
        {
            return new TextChange(new TextSpan(behind.Span.End, 0), string.Concat(statements.Select(statement => " " + statement)));
        }

        string inner = body.Statements.Count > 0 ? layout.IndentAt(body.Statements[0].SpanStart) : indent + layout.Step;
        return new TextChange(new TextSpan(layout.LineEnd(behind.SpanStart), 0), string.Concat(statements.Select(statement => line + inner + statement)));
    }
}
