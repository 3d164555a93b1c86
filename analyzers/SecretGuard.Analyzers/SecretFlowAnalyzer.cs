using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        IEnumerable<Flow> flows = context.Node switch
        {
            InvocationExpressionSyntax call when FlowReader.MayShow(call) => FlowReader.Read(call, context.SemanticModel, context.CancellationToken),
            ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation when creation.Type.ToString().EndsWith("Exception", StringComparison.Ordinal) => FlowReader.Read(creation, context.SemanticModel, context.CancellationToken),
            InterpolatedStringExpressionSyntax text => FlowReader.ReadUrl(text, context.SemanticModel, context.CancellationToken),
            AttributeSyntax { Name: var name } attribute when name.ToString().EndsWith("DebuggerDisplay", StringComparison.Ordinal) && FlowReader.DisplayedIn(attribute) is { } member => new[] { new Flow(attribute, member, "a debugger's windows") },
            _ => [],
        };
        foreach (Flow flow in flows)
        {
            if (!project.IsTrial(flow.Place.SyntaxTree.FilePath))
            {
                context.ReportDiagnostic(Diagnostic.Create(flow.InUrl ? Descriptors.SecretInUrl : Descriptors.SecretFlowsOut, flow.Place.GetLocation(), flow.Name, flow.Outlet));
            }
        }
    }
}
