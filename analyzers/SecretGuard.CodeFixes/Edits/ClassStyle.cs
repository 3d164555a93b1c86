using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>How the members of a class are written.</summary>
internal static class ClassStyle
{
    /// <summary>A name for a private field, after its fellows: <c>_name</c>, <c>m_name</c> or <c>name</c>.</summary>
    public static string FieldName(TypeDeclarationSyntax type, string name)
    {
        string[] known =
        [
            .. type.Members.OfType<FieldDeclarationSyntax>().Where(field => !field.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.StaticKeyword or SyntaxKind.PublicKeyword))
                .SelectMany(field => field.Declaration.Variables).Select(variable => variable.Identifier.ValueText),
        ];
        string prefix = known.Length == 0 || known.Any(field => field[0] == '_') ? "_" : known.Any(field => field.StartsWith("m_", StringComparison.Ordinal)) ? "m_" : "";
        return prefix + name;
    }

    /// <summary>A member behind which a new field or constructor stands well: the last of the fields that the class begins with, or null.</summary>
    public static MemberDeclarationSyntax? LastLeadingField(TypeDeclarationSyntax type) => type.Members.TakeWhile(member => member is FieldDeclarationSyntax).LastOrDefault();

    /// <summary>The parameters of a primary constructor, or null. Classes have had them since C# 12, which the syntax that this is built against does not know.</summary>
    public static ParameterListSyntax? PrimaryParameters(TypeDeclarationSyntax type) => type.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault();

    /// <summary>Whether a test runner makes the class: it would not know what to hand to a constructor.</summary>
    public static bool IsTestClass(TypeDeclarationSyntax type) => type.Members.SelectMany(member => member.AttributeLists).SelectMany(list => list.Attributes)
        .Any(attribute => attribute.Name.ToString().Split('.').Last() is "Fact" or "Theory" or "Test" or "TestCase" or "TestMethod" or "DataTestMethod" or "SetUp" or "TestInitialize");

    /// <summary>Whether the class is made by binding configuration: it is told its values and does not ask for them.</summary>
    public static bool IsBound(TypeDeclarationSyntax type) => type.Identifier.ValueText is var name
        && (name.EndsWith("Options", StringComparison.Ordinal) || name.EndsWith("Settings", StringComparison.Ordinal) || name.EndsWith("Config", StringComparison.Ordinal) || name.EndsWith("Configuration", StringComparison.Ordinal));
}
