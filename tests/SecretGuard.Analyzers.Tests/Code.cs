using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.TestKit;

namespace SecretGuard.Analyzers.Tests;

/// <summary>
/// The one door to the analyzers: C# text whose secrets are <see cref="Placeholders"/>, in which <c>[|…|]</c> marks what is reported, and
/// <c>{|SG1003:…|}</c> as what. Nothing else may be reported, and the text must compile.
/// </summary>
internal sealed class Code
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The path of the text, below the root <c>/repo</c>.</summary>
    public string Path { get; init; } = "/repo/src/Orders.cs";

    /// <summary>More files of the compilation, without marks.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Additional files: path below /repo, text with marks.</summary>
    public IReadOnlyList<(string Path, string Text)> Files { get; init; } = [];

    /// <summary>Global options, such as <c>build_property.SecretGuardRoot</c>.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>An id that is off by default and is to be reported.</summary>
    public string Enabled { get; init; } = "";

    /// <summary>Checks the text with several draws of its secrets.</summary>
    public static void Check(string text) => new Code().Run(text);

    /// <summary>Checks statements within a method.</summary>
    public static void CheckStatements(string statements) => Check("class Orders { void Run(System.Collections.Generic.IDictionary<string, string> settings) { " + statements + " } }");

    /// <summary>Checks the text and the additional files.</summary>
    public void Run(string text)
    {
        for (int seed = 1; seed <= 3; seed++)
        {
            var random = new Random(seed);
            var main = Marked.Read(Placeholders.Fill(text, random));
            (string Path, Marked Text)[] files = [.. Files.Select(file => ("/repo/" + file.Path, Marked.Read(Placeholders.Fill(file.Text, random))))];
            Diagnostic[] found = Analyze(main.Text, files);
            Told(found, main, diagnostic => diagnostic.Location.SourceTree?.FilePath == Path);
            foreach ((string path, Marked file) in files)
            {
                Told(found, file, diagnostic => diagnostic.Location.SourceTree is null && diagnostic.Location.GetLineSpan().Path == path);
            }
        }
    }

    private static void Told(Diagnostic[] found, Marked expected, Func<Diagnostic, bool> here) =>
        found.Where(here).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.End))
            .ShouldBe(expected.Marks, $"in: {expected.Text}");

    /// <summary>What the analyzers report in the text.</summary>
    public Diagnostic[] Analyze(string text, params (string Path, Marked Text)[] files)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.Preview);
        SyntaxTree[] trees = [CSharpSyntaxTree.ParseText(text, parsing, Path), .. More.Select((more, i) => CSharpSyntaxTree.ParseText(more, parsing, $"/repo/src/More{i}.cs"))];
        bool program = trees[0].GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement);
        var compilation = CSharpCompilation.Create("Orders", trees, References, new CSharpCompilationOptions(program ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, specificDiagnosticOptions: Enabled.Length == 0 ? null : [KeyValuePair.Create(Enabled, ReportDiagnostic.Warn)]));
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        var options = new AnalyzerOptions([.. files.Select(file => new InMemoryText(file.Path, file.Text.Text))], new InMemoryOptions(Options));
        CompilationWithAnalyzers run = compilation.WithAnalyzers([new HardCodedSecretAnalyzer(), new SecretFlowAnalyzer(), new SecretReferenceAnalyzer(), new LockedSecretAnalyzer()], new CompilationWithAnalyzersOptions(options, (error, _, _) => throw new InvalidOperationException("an analyzer failed", error), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        return [.. run.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()];
    }

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class InMemoryOptions(IReadOnlyDictionary<string, string> global) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new Dictionary<string, string>(global, StringComparer.Ordinal) { ["build_property.ProjectDir"] = "/repo/" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override IEnumerable<string> Keys => values.Keys;

            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
