using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Places;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>A field or a property with the initialiser that a secret stands in.</summary>
internal sealed class InitializedMember
{
    private readonly SyntaxTokenList _modifiers;
    private readonly int _from;
    private readonly int _to;

    private InitializedMember(SecretPlace place, string name, EqualsValueClauseSyntax initializer, SyntaxTokenList modifiers, int from, int to, bool isAlone)
    {
        (Name, Initializer, _modifiers, _from, _to) = (name, initializer, modifiers, from, to);
        IsShared = modifiers.Any(modifier => modifier.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.StaticKeyword);
        bool isPrivate = !modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword);

        // Others may name a shared field by its type; the parts of an array initialiser mean nothing elsewhere.
        CanMove = (!IsShared || (isPrivate && isAlone)) && (initializer.Value is not InitializerExpressionSyntax || initializer.Value == place.Value!.Expression);
    }

    public string Name { get; }

    public EqualsValueClauseSyntax Initializer { get; }

    /// <summary>Whether it is one for all instances.</summary>
    public bool IsShared { get; }

    /// <summary>Whether a constructor could set it instead.</summary>
    public bool CanMove { get; }

    /// <summary>The member whose initialiser holds the place, or null.</summary>
    public static InitializedMember? Of(SecretPlace place)
    {
        foreach (SyntaxNode node in place.Value!.Expression.Ancestors())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: { } initializer, Parent: VariableDeclarationSyntax { Parent: FieldDeclarationSyntax field } declaration } variable:
                    return new InitializedMember(place, variable.Identifier.ValueText, initializer, field.Modifiers, variable.Identifier.Span.End, initializer.Span.End, declaration.Variables.Count == 1);
                case PropertyDeclarationSyntax { Initializer: { } initializer, AccessorList: { } accessors } property when initializer.Span.Contains(place.Value.Expression.Span):
                    return new InitializedMember(place, property.Identifier.ValueText, initializer, property.Modifiers, accessors.Span.End, property.SemicolonToken.Span.End, isAlone: true);
                case AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or StatementSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Takes the initialiser away.</summary>
    public TextChange WithoutInitializer() => new(TextSpan.FromBounds(_from, _to), "");

    /// <summary>Makes a shared member one of each instance, which only a constructor sets.</summary>
    public IEnumerable<TextChange> OfInstances()
    {
        bool isReadOnly = _modifiers.Any(modifier => modifier.IsKind(SyntaxKind.ReadOnlyKeyword));
        return _modifiers.Where(modifier => modifier.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.StaticKeyword).Select(modifier =>
            modifier.IsKind(SyntaxKind.ConstKeyword) && !isReadOnly ? new TextChange(modifier.Span, "readonly") : new TextChange(TextSpan.FromBounds(modifier.SpanStart, modifier.FullSpan.End), ""));
    }
}
