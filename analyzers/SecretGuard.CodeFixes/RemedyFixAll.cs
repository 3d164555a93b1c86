using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Checks;
using SecretGuard.CodeFixes.Names;
using SecretGuard.CodeFixes.Places;
using SecretGuard.CodeFixes.Remedies;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes;

/// <summary>Applies one remedy everywhere, one place after the other: the second finds what the first has added, such as a constructor's parameter.</summary>
internal sealed class RemedyFixAll(IReadOnlyList<Remedy> remedies) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult(
        remedies.FirstOrDefault(remedy => remedy.Key == fixAllContext.CodeActionEquivalenceKey) is { } remedy
            ? CodeAction.Create("Take all such secrets out of the code", cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation), remedy), remedy.Key)
            : null);

    private static async Task<Solution> FixAsync(FixAllContext context, Remedy remedy)
    {
        Solution solution = context.Solution;
        var names = new NameChoice();
        foreach (Document document in FixAllDocuments.Of(context))
        {
            ImmutableArray<Diagnostic> diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            if (diagnostics.Length > 0 && await Changeable.IsAsync(document, context.CancellationToken).ConfigureAwait(false))
            {
                solution = await FixAsync(solution.GetDocument(document.Id)!, diagnostics, remedy, names, context.CancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }

    private static async Task<Solution> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, Remedy remedy, NameChoice names, CancellationToken cancellation)
    {
        var pending = new Queue<(TextSpan? Span, Reported Reported)>(diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => ((TextSpan?)diagnostic.Location.SourceSpan, Reported.By(diagnostic))));
        while (pending.Count > 0)
        {
            (TextSpan? span, Reported reported) = pending.Dequeue();
            if (span is null || await SecretPlace.ReadAsync(document, span.Value, reported, cancellation).ConfigureAwait(false) is not { } place)
            {
                continue;
            }

            SecretName name = names.For(place);
            if (await SecretCodeFix.FirstAsync(remedy, place, name, cancellation).ConfigureAwait(false) is { } made)
            {
                names.Take(name, place.Written);
                document = made.Changed;
                pending = new Queue<(TextSpan?, Reported)>(pending.Select(other => (Moved(other.Span, made.Attempt.Changes), other.Reported)));
            }
        }

        return document.Project.Solution;
    }

    /// <summary>Where a span is after the changes, or null where they replaced it.</summary>
    private static TextSpan? Moved(TextSpan? span, IReadOnlyList<TextChange> changes)
    {
        if (span is not { } old || changes.Any(change => change.Span.OverlapsWith(old)))
        {
            return null;
        }

        int offset = changes.Where(change => change.Span.End <= old.Start).Sum(change => (change.NewText?.Length ?? 0) - change.Span.Length);
        return new TextSpan(old.Start + offset, old.Length);
    }
}
