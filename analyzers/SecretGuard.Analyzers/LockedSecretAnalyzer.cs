using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecretGuard.Analyzers.Projects;
using SecretGuard.CSharp.References;
using SecretGuard.Inventories;
using SecretGuard.Text;

namespace SecretGuard.Analyzers;

/// <summary>What <c>secretguard.lock</c> says of the secrets that code refers to: what the stores said when they were last asked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockedSecretAnalyzer : DiagnosticAnalyzer
{
    private const string Any = "*";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnusableReference, Descriptors.UnlockedReference);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            AnalyzedProject project = AnalyzedProject.Of(start.Options, start.CancellationToken);
            if (project.Lock is { } known)
            {
                start.RegisterSyntaxNodeAction(node => Analyze(node, project, known), ReferenceReader.Kinds);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AnalyzedProject project, LockIndex known)
    {
        foreach (CodeReference found in ReferencesInCode.At(context, project))
        {
            SecretReference reference = found.Reference;
            if (reference.Kind != ReferenceKinds.Source && !reference.Name.Contains(Any) && Of(reference, found.Place.GetLocation(), project, known) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static Diagnostic? Of(SecretReference reference, Location place, AnalyzedProject project, LockIndex known)
    {
        if (known.Knows(reference))
        {
            string wrong = LockedStates.Words(known.WrongFor(reference).Where(record => project.AsksAbout(record.Environment)));
            return wrong.Length == 0 ? null : Diagnostic.Create(Descriptors.UnusableReference, place, Diagnostics.Costing(Findings.Severity.High), reference.Name, wrong);
        }

        // A lock that holds nothing of the kind was made without a store for it, and asking again would change nothing.
        return reference is { IsSecret: true, IsOptional: not true } && known.NamesFor(reference) is { Count: > 0 } names
            ? Diagnostic.Create(Descriptors.UnlockedReference, place, Diagnostics.Declaring(project.Declarable.For(reference)), reference.Name, NearestName.Find(reference.Name, names) is { } nearest ? $"did you mean '{nearest}'?" : "run 'secretguard lock' to ask the stores for it")
            : null;
    }
}
