using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.Analyzers.Projects;
using SecretGuard.CSharp;
using SecretGuard.Detection;
using SecretGuard.Triage;

namespace SecretGuard.Analyzers;

/// <summary>Hard-coded secrets in C#, and in the files that a project hands to the compiler beside it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HardCodedSecretAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(Descriptors.ById.Values);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            AnalyzedProject project = AnalyzedProject.Of(start.Options, start.CancellationToken);
            start.RegisterSemanticModelAction(code => Analyze(code, project));
            start.RegisterAdditionalFileAction(file => Analyze(file, project));
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, AnalyzedProject project)
    {
        SyntaxTree tree = context.SemanticModel.SyntaxTree;
        string path = project.PathOf(tree.FilePath);
        if (project.IsExcluded(path) || project.IsIntermediate(tree.FilePath))
        {
            return;
        }

        AnalyzerConfigOptions options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree);
        foreach (string error in project.ErrorsIn(options))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.InvalidConfiguration, Location.Create(tree, default), error));
        }

        CodeContent code = project.Code.Read(context.SemanticModel, path, context.CancellationToken);
        TriagedContent triaged = project.TriageFor(options).Judge(code.Content, [.. code.Matches.Select(match => match.Match)], code.Seen);
        var kinds = code.Matches.ToDictionary(match => match.Match, match => match);
        for (int i = 0; i < triaged.Findings.Count; i++)
        {
            CodeMatch match = kinds[triaged.Matches[i]];
            DiagnosticDescriptor descriptor = match.Kind == CodeMatchKind.Fallback ? Descriptors.SecretAsFallback : Descriptors.SecretInCode;
            context.ReportDiagnostic(Diagnostics.Of(descriptor, triaged.Findings[i], match.Match, Location.Create(tree, match.Span), project.AcceptanceOf(code.Content, match.Match)));
        }

        foreach (Findings.Notice notice in triaged.Notices)
        {
            context.ReportDiagnostic(Diagnostics.Of(notice, span => Location.Create(tree, span), tree.GetText(context.CancellationToken)));
        }
    }

    private static void Analyze(AdditionalFileAnalysisContext context, AnalyzedProject project)
    {
        string path = project.PathOf(context.AdditionalFile.Path);
        foreach (Diagnostic error in project.ErrorsIn(context.AdditionalFile, context.CancellationToken))
        {
            context.ReportDiagnostic(error);
        }

        if (!project.Scans(context.AdditionalFile, path) || context.AdditionalFile.GetText(context.CancellationToken) is not { Length: > 0 and < AnalyzedProject.LargestFile } text)
        {
            return;
        }

        string characters = text.ToString();
        Content content = Content.FromText(characters, path);
        var map = new Utf8Map(characters, content.Buffer, content.Length);
        IReadOnlyList<Match> seen = project.Detector.See(content, context.CancellationToken);
        TriagedContent triaged = project.TriageFor(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile)).Judge(content, project.Detector.Resolve(seen), seen);
        for (int i = 0; i < triaged.Findings.Count; i++)
        {
            Match match = triaged.Matches[i];
            TextSpan span = TextSpan.FromBounds(map.ToCharacter(match.Start), map.ToCharacter(match.End));
            context.ReportDiagnostic(Diagnostics.Of(Descriptors.SecretInFile, triaged.Findings[i], match, InFile(context.AdditionalFile, text, span)));
        }

        foreach (Findings.Notice notice in triaged.Notices)
        {
            context.ReportDiagnostic(Diagnostics.Of(notice, span => InFile(context.AdditionalFile, text, span), text));
        }
    }

    private static Location InFile(AdditionalText file, SourceText text, TextSpan span) => Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
}
