using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CSharp.Constants;

/// <summary>Whether a name is assigned within a block or a file, by syntax alone.</summary>
internal static class Assignments
{
    /// <summary>Whether something is assigned to this name, or a reference to it handed out.</summary>
    public static bool Any(SyntaxNode scope, string name) => scope.DescendantNodes().Any(node => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left.Identifier.ValueText == name,
        ArgumentSyntax { Expression: IdentifierNameSyntax handed } argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && handed.Identifier.ValueText == name,
        _ => false,
    });
}
