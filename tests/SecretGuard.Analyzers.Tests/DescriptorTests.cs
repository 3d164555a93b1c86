using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecretGuard.Analyzers.Tests;

/// <summary>Every diagnostic is documented, and every page is about one.</summary>
public sealed class DescriptorTests
{
    private static IEnumerable<DiagnosticDescriptor> All =>
        typeof(HardCodedSecretAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics).DistinctBy(descriptor => descriptor.Id);

    public static TheoryData<string> Ids => [.. All.Select(descriptor => descriptor.Id)];

    private static string Docs => Path.Combine(Root(), "analyzers", "docs");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Diagnostic_HasItsPage(string id)
    {
        DiagnosticDescriptor descriptor = All.Single(other => other.Id == id);
        File.ReadLines(Path.Combine(Docs, id + ".md")).First().ShouldBe($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Diagnostic_HasAHelpLink(string id) => Uri.TryCreate(All.Single(descriptor => descriptor.Id == id).HelpLinkUri, UriKind.Absolute, out _).ShouldBeTrue();

    [Fact]
    public void Page_IsAboutADiagnostic() => Directory.GetFiles(Docs).Select(Path.GetFileNameWithoutExtension).ShouldBe(Ids.Select(row => row.Data), ignoreOrder: true);

    [Fact]
    public void OnlyTheUrl_IsOffByDefault() => All.Where(descriptor => !descriptor.IsEnabledByDefault).Select(descriptor => descriptor.Id).ShouldBe(["SG1005"]);

    [Fact]
    public void OnlyWhatMayBeRight_IsNoWarning() => All.Where(descriptor => descriptor.DefaultSeverity != DiagnosticSeverity.Warning).Select(descriptor => descriptor.Id).ShouldBe(["SG2001", "SG2004"], ignoreOrder: true);

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SecretGuard.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        }

        return folder;
    }
}
