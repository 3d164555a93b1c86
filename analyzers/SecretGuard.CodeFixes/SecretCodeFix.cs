using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SecretGuard.CodeFixes.Checks;
using SecretGuard.CodeFixes.Names;
using SecretGuard.CodeFixes.Places;
using SecretGuard.CodeFixes.Remedies;
using SecretGuard.Findings;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes;

/// <summary>Offers remedies for secrets in code.</summary>
public abstract class SecretCodeFix : CodeFixProvider
{
    private readonly IReadOnlyList<Remedy> _remedies;

    private protected SecretCodeFix(params Remedy[] remedies) => _remedies = remedies;

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => Ids;

    /// <summary>Secrets that stand in a document: an editor asks for no fix of other files.</summary>
    internal static ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.SecretInCode, DiagnosticIds.SecretAsFallback);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (!await Changeable.IsAsync(context.Document, context.CancellationToken).ConfigureAwait(false))
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await SecretPlace.ReadAsync(context.Document, diagnostic.Location.SourceSpan, Reported.By(diagnostic), context.CancellationToken).ConfigureAwait(false) is not { } place)
            {
                continue;
            }

            foreach (Remedy remedy in _remedies)
            {
                if (await FirstAsync(remedy, place, new NameChoice().For(place), context.CancellationToken).ConfigureAwait(false) is { } offer)
                {
                    context.RegisterCodeFix(CodeAction.Create(offer.Attempt.Title, _ => Task.FromResult(offer.Changed.Project.Solution), remedy.Key), diagnostic);
                }
            }
        }
    }

    /// <summary>A remedy at a place, with all that it changes, or null where none of its forms compiles.</summary>
    internal static async Task<(Attempt Attempt, Document Changed)?> FirstAsync(Remedy remedy, SecretPlace place, SecretName name, CancellationToken cancellation) =>
        await FirstFormAsync(remedy, place, name, cancellation).ConfigureAwait(false) is { } first
            ? (first.Attempt, await remedy.CompleteAsync(first.Changed, cancellation).ConfigureAwait(false))
            : null;

    /// <summary>The first form of a remedy that compiles without a new warning, else the first that compiles, or null.</summary>
    private static async Task<(Attempt Attempt, Document Changed)?> FirstFormAsync(Remedy remedy, SecretPlace place, SecretName name, CancellationToken cancellation)
    {
        (Attempt Attempt, Document Changed)? first = null;
        foreach (Attempt attempt in remedy.Attempts(place, name))
        {
            (Document changed, DiagnosticSeverity worst) = await Compiles.TryAsync(place.Document, attempt, cancellation).ConfigureAwait(false);
            if (worst < DiagnosticSeverity.Warning)
            {
                return (attempt, changed);
            }

            first ??= worst < DiagnosticSeverity.Error ? (attempt, changed) : null;
        }

        return first;
    }
}
