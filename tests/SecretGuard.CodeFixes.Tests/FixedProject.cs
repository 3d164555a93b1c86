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

    private static readonly CodeFixProvider[] Providers = [new RemoveSecretCodeFix(), new AcceptSecretCodeFix(), new AcceptInBaselineCodeFix(), new DeclareSecretCodeFix()];

    /// <summary>The file of the project, which may be handed over beside the code.</summary>
    public const string ProjectFile = "/repo/src/Orders.csproj";

    private readonly AdhocWorkspace? _workspace;
    private readonly Solution _solution;
    private readonly DocumentId _document;
    private readonly Func<DiagnosticAnalyzer> _analyzer;

    public FixedProject(Fixed settings, string text)
    {
        _analyzer = settings.Analyzer;
        var parsing = new CSharpParseOptions(settings.Language);
        bool isProgram = CSharpSyntaxTree.ParseText(text, parsing).GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement);
        var compilation = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: settings.IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable);
        _workspace = new AdhocWorkspace();
        Solution solution = _workspace.CurrentSolution;
        for (int i = 0; i < settings.Frameworks; i++)
        {
            var project = ProjectId.CreateNewId();
            solution = solution.AddProject(ProjectInfo.Create(project, VersionStamp.Default, $"Orders{i}", "Orders", LanguageNames.CSharp, ProjectFile, compilationOptions: compilation, parseOptions: parsing, metadataReferences: [.. Framework, .. settings.Libraries]))
                .AddAnalyzerConfigDocument(DocumentId.CreateNewId(project), ".globalconfig", SourceText.From($"is_global = true\nbuild_property.ProjectDir = /repo/\n{settings.Options}"), filePath: "/repo/.globalconfig");
            (string Path, string Text)[] documents = [(settings.Path, text), .. settings.More.Select((more, number) => ($"/repo/src/More{number}.cs", more))];
            solution = documents.Aggregate(solution, (all, document) => all.AddDocument(DocumentId.CreateNewId(project), System.IO.Path.GetFileName(document.Path), SourceText.From(document.Text), filePath: document.Path));
            solution = settings.Files.Aggregate(solution, (all, file) => all.AddAdditionalDocument(DocumentId.CreateNewId(project), System.IO.Path.GetFileName(file.Key), SourceText.From(file.Value), filePath: file.Key));
        }

        _workspace.TryApplyChanges(solution).ShouldBeTrue();
        _solution = _workspace.CurrentSolution;
        _document = _solution.Projects.First().Documents.Single(document => document.FilePath == settings.Path).Id;
        Diagnostics = Report(_document);
    }

    private FixedProject(Solution solution, DocumentId document, Func<DiagnosticAnalyzer> analyzer)
    {
        (_solution, _document, _analyzer) = (solution, document, analyzer);
        Diagnostics = [.. _solution.Projects.SelectMany(project => project.DocumentIds).SelectMany(Report)];
    }

    /// <summary>What the analyzer reports: in the first document before a fix, in all of them after it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public string Text => TextOf(Document);

    public SyntaxNode Root => Document.GetSyntaxRootAsync().GetAwaiter().GetResult()!;

    /// <summary>The texts of all documents, and of all files beside them.</summary>
    public string Everything => string.Join('\n', Document.Project.Documents.Concat(Document.Project.AdditionalDocuments).Select(TextOf));

    /// <summary>The text of a file beside the code.</summary>
    public string this[string path] => TextOf(Document.Project.AdditionalDocuments.Single(file => file.FilePath == path));

    public IReadOnlyList<string> Errors => [.. Compiled.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    public IReadOnlyList<string> Warnings => [.. Compiled.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id)];

    private Document Document => _solution.GetDocument(_document)!;

    private Compilation Compiled => Document.Project.GetCompilationAsync().GetAwaiter().GetResult()!;

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
        foreach (CodeFixProvider provider in Providers)
        {
            var context = new FixAllContext(Document, provider, scope, key, provider.FixableDiagnosticIds, new Reported(this), CancellationToken.None);
            if (provider.GetFixAllProvider()?.GetFixAsync(context).GetAwaiter().GetResult() is { } action)
            {
                return action;
            }
        }

        return null;
    }

    /// <summary>The project after an action.</summary>
    public FixedProject Apply(CodeAction action)
    {
        CodeActionOperation operation = action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult().ShouldHaveSingleItem();
        return new FixedProject(Saved(operation.ShouldBeOfType<ApplyChangesOperation>().ChangedSolution), _document, _analyzer);
    }

    public void Dispose() => _workspace?.Dispose();

    /// <summary>As an editor does: what was changed in one project is what the others read.</summary>
    private Solution Saved(Solution changed)
    {
        TextDocument[] files = [.. changed.GetChanges(_solution).GetProjectChanges().SelectMany(project => project.GetChangedAdditionalDocuments()).Select(id => changed.GetAdditionalDocument(id)!)];
        files.Select(file => file.FilePath).ShouldBeUnique("a change that is told twice is made twice");
        foreach (TextDocument file in files)
        {
            foreach (TextDocument other in changed.Projects.SelectMany(project => project.AdditionalDocuments).Where(other => other.FilePath == file.FilePath))
            {
                changed = changed.WithAdditionalDocumentText(other.Id, file.GetTextAsync().GetAwaiter().GetResult());
            }
        }

        return changed;
    }

    private static string TextOf(TextDocument document) => document.GetTextAsync().GetAwaiter().GetResult().ToString();

    private IReadOnlyList<Diagnostic> Report(DocumentId id)
    {
        Document document = _solution.GetDocument(id)!;
        var faults = new List<Exception>();
        CompilationWithAnalyzers run = document.Project.GetCompilationAsync().GetAwaiter().GetResult()!
            .WithAnalyzers([_analyzer()], new CompilationWithAnalyzersOptions(document.Project.AnalyzerOptions, (fault, _, _) => faults.Add(fault), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        SyntaxTree tree = document.GetSyntaxTreeAsync().GetAwaiter().GetResult()!;
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
}
