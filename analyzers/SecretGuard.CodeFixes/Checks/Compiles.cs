using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecretGuard.CodeFixes.Remedies;

namespace SecretGuard.CodeFixes.Checks;

/// <summary>Whether code still compiles when an attempt has been made: what does not is never offered.</summary>
internal static class Compiles
{
    /// <summary>The changed document, and the worst that the compiler says of it and of who uses what it declares that was not said before: hidden if nothing.</summary>
    public static async Task<(Document Changed, DiagnosticSeverity Worst)> TryAsync(Document document, Attempt attempt, CancellationToken cancellation)
    {
        Document changed = document.WithText((await document.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(attempt.Changes));
        DiagnosticSeverity worst = await WorstAsync(document, changed, cancellation).ConfigureAwait(false);
        if (worst == DiagnosticSeverity.Error || attempt.Contract is not { } contract)
        {
            return (changed, worst);
        }

        if (await Users.OfAsync(contract, document, cancellation).ConfigureAwait(false) is not { } users)
        {
            return (changed, DiagnosticSeverity.Error);
        }

        foreach (Document user in users)
        {
            DiagnosticSeverity said = await WorstAsync(user, changed.Project.Solution.GetDocument(user.Id)!, cancellation).ConfigureAwait(false);
            worst = said > worst ? said : worst;
        }

        return (changed, worst);
    }

    private static async Task<DiagnosticSeverity> WorstAsync(Document before, Document after, CancellationToken cancellation)
    {
        Dictionary<string, int> known = Count(await SaidAsync(before, cancellation).ConfigureAwait(false));
        ImmutableArray<Diagnostic> said = await SaidAsync(after, cancellation).ConfigureAwait(false);
        Dictionary<string, int> now = Count(said);
        return said.Where(diagnostic => !known.TryGetValue(diagnostic.Id, out int count) || now[diagnostic.Id] > count).Select(diagnostic => diagnostic.Severity).DefaultIfEmpty(DiagnosticSeverity.Hidden).Max();
    }

    private static Dictionary<string, int> Count(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.GroupBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static async Task<ImmutableArray<Diagnostic>> SaidAsync(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model ? model.GetDiagnostics(cancellationToken: cancellation) : ImmutableArray<Diagnostic>.Empty;
}
