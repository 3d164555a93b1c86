using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecretGuard.CSharp.References;
using SecretGuard.Inventories;

namespace SecretGuard.CSharp.Tests.References;

/// <summary>Every way in which C# names a secret, a key of the configuration or an environment variable.</summary>
public sealed class ReferenceTests
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string, string> Cases =>
    [
        .. ReferenceCases.Statements.Select(row => (ReferenceCases.Around(row.Statements), row.Expected)),
        .. ReferenceCases.Files,
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Code_NamesItsReferences(string text, string expected) => string.Join("\n", References(text).Select(ReferenceCases.Describe)).ShouldBe(expected, text);

    private static IEnumerable<SecretReference> References(string text)
    {
        SyntaxTree[] trees = [CSharpSyntaxTree.ParseText(ReferenceCases.Usings + text, path: "/repo/Program.cs"), CSharpSyntaxTree.ParseText(Libraries.Text)];
        bool program = trees[0].GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement);
        var compilation = CSharpCompilation.Create("Shop", trees, Framework, new CSharpCompilationOptions(program ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        SemanticModel model = compilation.GetSemanticModel(trees[0]);
        return trees[0].GetRoot().DescendantNodes().Where(node => ReferenceReader.Kinds.Contains(node.Kind())).Where(ReferenceReader.MayRefer)
            .SelectMany(node => ReferenceReader.Read(node, model, CancellationToken.None)).Select(reference => reference.Reference);
    }
}
