using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.Analyzers;

namespace SecretGuard.CodeFixes.Tests;

/// <summary>A project in a workspace, with what the analyzer reports in its first document.</summary>
internal sealed class FixedProject : IDisposable
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CodeFixProvider[] Providers = [new RemoveSecretCodeFix(), new AcceptSecretCodeFix()];

    private readonly AdhocWorkspace? _workspace;
    private readonly Solution _solution;
    private readonly DocumentId _document;

    public FixedProject(Fixed settings, string text)
    {
        var parsing = new CSharpParseOptions(settings.Language);
        bool isProgram = CSharpSyntaxTree.ParseText(text, parsing).GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement);
        var compilation = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: settings.IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable);
        _workspace = new AdhocWorkspace();
        var project = ProjectId.CreateNewId();
        _document = DocumentId.CreateNewId(project);
        Solution solution = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, "Orders", "Orders", LanguageNames.CSharp, compilationOptions: compilation, parseOptions: parsing, metadataReferences: [.. Framework, .. settings.Libraries]))
            .AddDocument(_document, System.IO.Path.GetFileName(settings.Path), SourceText.From(text), filePath: settings.Path);
        for (int i = 0; i < settings.More.Count; i++)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project), $"More{i}.cs", SourceText.From(settings.More[i]), filePath: $"/repo/src/More{i}.cs");
        }

        _workspace.TryApplyChanges(solution).ShouldBeTrue();
        _solution = _workspace.CurrentSolution;
        Diagnostics = Report(_document);
    }

    private FixedProject(Solution solution, DocumentId document)
    {
        (_solution, _document) = (solution, document);
        Diagnostics = [.. _solution.Projects.Single().DocumentIds.SelectMany(Report)];
    }

    /// <summary>What the analyzer reports: in the first document before a fix, in all of them after it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public string Text => Document.GetTextAsync().GetAwaiter().GetResult().ToString();

    public SyntaxNode Root => Document.GetSyntaxRootAsync().GetAwaiter().GetResult()!;

    /// <summary>The texts of all documents.</summary>
    public string Everything => string.Join('\n', _solution.Projects.Single().Documents.Select(document => document.GetTextAsync().GetAwaiter().GetResult().ToString()));

    public IReadOnlyList<string> Errors => [.. Compiled.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    public IReadOnlyList<string> Warnings => [.. Compiled.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id)];

    private Document Document => _solution.GetDocument(_document)!;

    private Compilation Compiled => _solution.Projects.Single().GetCompilationAsync().GetAwaiter().GetResult()!;

    /// <summary>What the providers offer for a diagnostic.</summary>
    public CodeAction[] Offers(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            provider.RegisterCodeFixesAsync(new CodeFixContext(Document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)).GetAwaiter().GetResult();
        }

        return [.. actions];
    }

    /// <summary>What is offered for all secrets in a scope.</summary>
    public CodeAction? OfferAll(string key, FixAllScope scope)
    {
        CodeFixProvider provider = Providers[0];
        var context = new FixAllContext(Document, provider, scope, key, provider.FixableDiagnosticIds, new Reported(this), CancellationToken.None);
        return provider.GetFixAllProvider()!.GetFixAsync(context).GetAwaiter().GetResult();
    }

    /// <summary>The project after an action.</summary>
    public FixedProject Apply(CodeAction action)
    {
        CodeActionOperation operation = action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult().ShouldHaveSingleItem();
        return new FixedProject(operation.ShouldBeOfType<ApplyChangesOperation>().ChangedSolution, _document);
    }

    public void Dispose() => _workspace?.Dispose();

    private IReadOnlyList<Diagnostic> Report(DocumentId document)
    {
        var options = new AnalyzerOptions([], new Options());
        var faults = new List<Exception>();
        CompilationWithAnalyzers run = Compiled.WithAnalyzers([new HardCodedSecretAnalyzer()], new CompilationWithAnalyzersOptions(options, (fault, _, _) => faults.Add(fault), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        SyntaxTree tree = _solution.GetDocument(document)!.GetSyntaxTreeAsync().GetAwaiter().GetResult()!;
        ImmutableArray<Diagnostic> found = run.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        faults.ShouldBeEmpty("the analyzer failed");
        return [.. found.Where(diagnostic => diagnostic.Location.SourceTree == tree).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private sealed class Reported(FixedProject project) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(project.Report(document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project1, CancellationToken cancellationToken) =>
            Task.FromResult(project1.DocumentIds.SelectMany(project.Report));
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Root();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Root : AnalyzerConfigOptions
        {
            private const string Folder = "build_property.ProjectDir";

            public override IEnumerable<string> Keys => [Folder];

            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == Folder ? "/repo/" : null;
                return value is not null;
            }
        }
    }
}
