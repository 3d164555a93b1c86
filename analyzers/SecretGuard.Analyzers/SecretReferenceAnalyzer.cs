using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecretGuard.Analyzers.Projects;
using SecretGuard.CSharp.References;
using SecretGuard.Inventories;

namespace SecretGuard.Analyzers;

/// <summary>
/// Every place that names a secret, a key of the configuration or an environment variable, for the inventory. Nothing unless the build asks for one: an editor
/// would show them all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretReferenceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SecretReference);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            AnalyzedProject project = AnalyzedProject.Of(start.Options, start.CancellationToken);
            if (project.WantsInventory)
            {
                start.RegisterSyntaxNodeAction(node => Analyze(node, project), ReferenceReader.Kinds);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AnalyzedProject project)
    {
        foreach (CodeReference found in ReferencesInCode.At(context, project))
        {
            ImmutableDictionary<string, string?> properties = ReferenceProperties.Of(found.Reference).ToImmutableDictionary(property => property.Key, property => (string?)property.Value, StringComparer.Ordinal);
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SecretReference, found.Place.GetLocation(), properties, found.Reference.Name, found.Reference.Store));
        }
    }
}
