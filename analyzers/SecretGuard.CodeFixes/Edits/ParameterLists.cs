using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>Adds parameters.</summary>
internal static class ParameterLists
{
    /// <summary>Adds a parameter as the last of those that callers must give.</summary>
    public static TextChange Add(ParameterListSyntax list, string parameter, Layout layout)
    {
        if (list.Parameters.FirstOrDefault(known => known.Default is not null || known.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.ParamsKeyword))) is { } optional)
        {
            return new TextChange(new TextSpan(optional.SpanStart, 0), parameter + ", ");
        }

        if (list.Parameters.Count == 0)
        {
            return new TextChange(new TextSpan(list.OpenParenToken.Span.End, 0), parameter);
        }

        ParameterSyntax last = list.Parameters[list.Parameters.Count - 1];
        string gap = layout.IsFirstOnLine(last.SpanStart) ? layout.LineBreak + layout.IndentAt(last.SpanStart) : " ";
        return new TextChange(new TextSpan(last.Span.End, 0), "," + gap + parameter);
    }
}
