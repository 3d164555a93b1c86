using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecretGuard.Analyzers.Projects;
using SecretGuard.CSharp.Flows;

namespace SecretGuard.Analyzers;

/// <summary>Secrets that reach a log, a console, an exception, a debugger or a URL.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretFlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SecretFlowsOut, Descriptors.SecretInUrl);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            AnalyzedProject project = AnalyzedProject.Of(start.Options, start.CancellationToken);
            start.RegisterSyntaxNodeAction(node => Analyze(node, project), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.InterpolatedStringExpression, SyntaxKind.Attribute);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AnalyzedProject project)
    {
        foreach (Flow flow in FlowReader.Read(context.Node, context.SemanticModel, context.CancellationToken))
        {
            if (!project.IsTrial(flow.Place.SyntaxTree.FilePath))
            {
                context.ReportDiagnostic(Diagnostic.Create(flow.InUrl ? Descriptors.SecretInUrl : Descriptors.SecretFlowsOut, flow.Place.GetLocation(), flow.Name, flow.Outlet));
            }
        }
    }
}
