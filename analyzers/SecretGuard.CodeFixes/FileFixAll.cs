using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SecretGuard.CodeFixes;

/// <summary>Adds the lines of all diagnostics of a document or a project to a file beside the code, each once.</summary>
/// <param name="key">What the fix is known by.</param>
/// <param name="title">What it is called.</param>
/// <param name="add">Makes the solution with the lines of these diagnostics.</param>
internal sealed class FileFixAll(string key, string title, Func<Solution, IReadOnlyList<Diagnostic>, CancellationToken, Task<Solution>> add) : FixAllProvider
{
    /// <summary>No solution: <c>dotnet format</c> applies every fix that offers one, and would write down what nobody has seen.</summary>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult(
        fixAllContext.CodeActionEquivalenceKey == key ? CodeAction.Create(title, cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)), key) : null);

    private async Task<Solution> FixAsync(FixAllContext context)
    {
        var all = new List<Diagnostic>();
        foreach (Document document in FixAllDocuments.Of(context))
        {
            ImmutableArray<Diagnostic> diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            all.AddRange(diagnostics);
        }

        return await add(context.Solution, all, context.CancellationToken).ConfigureAwait(false);
    }
}
