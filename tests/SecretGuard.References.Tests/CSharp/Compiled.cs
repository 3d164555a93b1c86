using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecretGuard.CSharp.References;
using SecretGuard.Inventories;

namespace SecretGuard.References.Tests.CSharp;

/// <summary>What a compiler tells of the references of files, over the assemblies that the tests run with.</summary>
internal static class Compiled
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Net.Http.Json; global using System.Threading; "
        + "global using System.Threading.Tasks; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; "
        + "global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;";

    private static readonly ImmutableArray<MetadataReference> Web = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];
    private static readonly ImmutableArray<MetadataReference> Framework = [.. Web.Where(assembly => Path.GetFileName(assembly.Display!).StartsWith("System.", StringComparison.Ordinal))];

    /// <summary>The references of the files of a web application, as an inventory holds them.</summary>
    public static IReadOnlyList<InventoryRecord> ReadWeb(IEnumerable<(string Path, string Text)> files, string consumer) => Read([.. files, ("", ImplicitUsings)], Web, consumer);

    /// <summary>The references of files that need nothing but the framework.</summary>
    public static IReadOnlyList<InventoryRecord> Read(params IReadOnlyList<(string Path, string Text)> files) => Read(files, Framework, "Shop");

    private static InventoryRecord[] Read(IReadOnlyList<(string Path, string Text)> files, ImmutableArray<MetadataReference> assemblies, string consumer)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path))];
        var compilation = CSharpCompilation.Create(consumer, trees, assemblies, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        return [.. trees.Where(tree => tree.FilePath.Length > 0).SelectMany(tree => Read(tree, compilation.GetSemanticModel(tree), consumer))];
    }

    private static IEnumerable<InventoryRecord> Read(SyntaxTree tree, SemanticModel model, string consumer) =>
        tree.GetRoot().DescendantNodes().Where(node => ReferenceReader.Kinds.Contains(node.Kind())).Where(ReferenceReader.MayRefer)
            .SelectMany(node => ReferenceReader.Read(node, model, CancellationToken.None)).Select(found => new InventoryRecord(found.Reference, PlaceOf(found.Place.GetLocation().GetLineSpan()), consumer));

    private static Findings.Location PlaceOf(FileLinePositionSpan span) =>
        new(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1);
}
