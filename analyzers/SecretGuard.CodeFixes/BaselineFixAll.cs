using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SecretGuard.CodeFixes.Places;

namespace SecretGuard.CodeFixes;

/// <summary>Accepts all secrets of a document or a project at once; a value that stands in a file twice gets one line.</summary>
internal sealed class BaselineFixAll : FixAllProvider
{
    /// <summary>No solution: <c>dotnet format</c> applies every fix that offers one, and would accept what nobody has seen.</summary>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult(
        fixAllContext.CodeActionEquivalenceKey == AcceptInBaselineCodeFix.Key
            ? CodeAction.Create("Accept all such secrets in the baseline", cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)), AcceptInBaselineCodeFix.Key)
            : null);

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var acceptances = new List<Acceptance>();
        foreach (Document document in FixAllDocuments.Of(context))
        {
            ImmutableArray<Diagnostic> diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            acceptances.AddRange(diagnostics.Select(Acceptance.By).OfType<Acceptance>());
        }

        return await AcceptInBaselineCodeFix.AddAsync(context.Solution, acceptances, context.CancellationToken).ConfigureAwait(false);
    }
}
