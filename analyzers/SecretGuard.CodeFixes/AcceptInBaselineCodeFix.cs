using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Edits;
using SecretGuard.CodeFixes.Places;

namespace SecretGuard.CodeFixes;

/// <summary>
/// Accepts old secrets by lines of the project's baseline. The lines say no reason: a scan with <c>--fail-on-unaudited</c> asks for it, until the user has
/// written one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptInBaselineCodeFix))]
public sealed class AcceptInBaselineCodeFix : CodeFixProvider
{
    /// <summary>What this fix is known by when all of its kind are applied at once.</summary>
    private const string Key = "SecretGuard.AcceptInBaseline";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => SecretCodeFix.Ids;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new FileFixAll(
        Key, "Accept all such secrets in the baseline", (solution, diagnostics, cancellation) => AddAsync(solution, diagnostics.Select(Acceptance.By).OfType<Acceptance>(), cancellation));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Acceptance.By(diagnostic) is { } acceptance && SharedFile.Find(solution, acceptance.Baseline) is { } baseline)
            {
                context.RegisterCodeFix(CodeAction.Create("Accept it in " + baseline.Name, cancellation => AddAsync(solution, [acceptance], cancellation), Key), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The solution with these entries, each in its baseline.</summary>
    private static async Task<Solution> AddAsync(Solution solution, IEnumerable<Acceptance> acceptances, CancellationToken cancellation)
    {
        foreach (IGrouping<string, string> added in acceptances.GroupBy(acceptance => acceptance.Baseline, acceptance => acceptance.Entry, StringComparer.OrdinalIgnoreCase))
        {
            if (SharedFile.Find(solution, added.Key) is { } baseline)
            {
                SourceText text = await baseline.GetTextAsync(cancellation).ConfigureAwait(false);
                solution = solution.WithAdditionalDocumentText(baseline.Id, BaselineLines.Add(text, added));
            }
        }

        return solution;
    }
}
