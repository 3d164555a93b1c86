using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Edits;
using SecretGuard.CodeFixes.Places;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Remedies;

/// <summary>A property of a class that configuration is bound to needs no value of its own: <c>required</c> says that one must come.</summary>
internal sealed class BindOptions : Remedy
{
    private const string Title = "Leave it to configuration binding";

    public override string Key => "SecretGuard.BindOptions";

    public override IEnumerable<Attempt> Attempts(SecretPlace place, SecretName name)
    {
        if (place.Value?.Expression is not { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { AccessorList: { } accessors, Parent: TypeDeclarationSyntax holder } property } } expression
            || !ClassStyle.IsBound(holder) || !accessors.Accessors.Any(accessor => accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration)
            || property.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            yield break;
        }

        bool isNullable = property.Type is NullableTypeSyntax, isAnnotated = place.Model.GetNullableContext(expression.SpanStart).HasFlag(NullableContext.AnnotationsEnabled);
        var without = new TextChange(TextSpan.FromBounds(accessors.Span.End, property.SemicolonToken.Span.End), "");
        if (isAnnotated && !isNullable)
        {
            if (!property.Modifiers.Any(SyntaxKind.RequiredKeyword))
            {
                yield return new Attempt(Title, [without, new TextChange(new TextSpan(property.Type.SpanStart, 0), "required ")], place.Model.GetDeclaredSymbol(holder));
            }

            yield return new Attempt(Title, [new TextChange(expression.Span, "null!")]);
        }
        else
        {
            yield return new Attempt(Title, [without]);
        }
    }
}
