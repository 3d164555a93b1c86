using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CSharp;

/// <summary>The last name of what is called, made or applied: <c>Parse</c> of <c>System.Version.Parse</c>.</summary>
internal static class SimpleName
{
    /// <summary>The name, without type arguments; empty where there is none.</summary>
    public static string Of(ExpressionSyntax named) => named switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
