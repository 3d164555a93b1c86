using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Places;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>A constant cannot be read from anywhere: it becomes a variable of the same name.</summary>
internal static class ConstantDeclaration
{
    /// <summary>Makes the constant field that a place initialises <c>static readonly</c>, and the constant local an ordinary one; nothing elsewhere.</summary>
    public static IEnumerable<TextChange> Loosen(SecretPlace place)
    {
        SyntaxToken keyword = ConstantPlaces.Keyword(place.Value!.Expression);
        return keyword.IsKind(SyntaxKind.None) ? []
            : keyword.Parent is FieldDeclarationSyntax ? [new TextChange(keyword.Span, "static readonly")]
            : [new TextChange(TextSpan.FromBounds(keyword.SpanStart, keyword.FullSpan.End), "")];
    }

    /// <summary>The field whose users must be looked at: the constant that others may see.</summary>
    public static ISymbol? Contract(SecretPlace place) =>
        ConstantPlaces.Keyword(place.Value!.Expression).Parent is FieldDeclarationSyntax ? place.Model.GetDeclaredSymbol(ConstantPlaces.Declarator(place.Value.Expression)!) : null;
}
