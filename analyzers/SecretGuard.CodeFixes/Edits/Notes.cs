using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Places;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>Comments above the statement or the member that a place belongs to.</summary>
internal static class Notes
{
    /// <summary>The change, or null where the statement does not begin its line.</summary>
    public static TextChange? Above(SecretPlace place, string comment)
    {
        SyntaxNode? node = place.Value!.Expression.Ancestors().FirstOrDefault(ancestor => ancestor is StatementSyntax and not BlockSyntax or MemberDeclarationSyntax);
        return node is not null && place.Layout.IsFirstOnLine(node.SpanStart)
            ? new TextChange(new TextSpan(node.SpanStart, 0), comment + place.Layout.LineBreak + place.Layout.IndentAt(node.SpanStart))
            : null;
    }
}
