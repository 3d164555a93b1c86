namespace SecretGuard.Stores.Verification;

/// <summary>Lists the names of a store, or of a part of it.</summary>
/// <param name="options">How it is asked.</param>
public sealed class StoreLister(VerifierOptions options)
{
    private static readonly StoreProblem CannotBeListed = new(Verdict.Misconfigured, "its names cannot be listed", "declare the secrets under 'secrets:' in secretguard.yml");

    /// <summary>All names where a name would be; without those in folders below. Never throws for what a store does.</summary>
    /// <param name="store">The store.</param>
    /// <param name="beside">A question for a name there, which need not exist.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <returns>The names, as <see cref="IListingStore.NameInScope"/> gives them; or why there are none.</returns>
    public async Task<(IReadOnlyList<string> Names, StoreProblem? Problem)> ListAsync(ISecretStore store, SecretQuery beside, CancellationToken cancellation)
    {
        if (store is not IListingStore listing)
        {
            return ([], CannotBeListed);
        }

        using var limit = new CancellationTokenSource(options.Deadline, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var questioning = new Questioning(store, options, 1, either.Token, cancellation);
        if (listing.ScopeOf(beside) is null)
        {
            // A question makes it known where the name would be.
            StoreAnswer answer = await questioning.AskAsync(beside);
            if (listing.ScopeOf(beside) is null)
            {
                return ([], answer.Problem ?? CannotBeListed);
            }
        }

        var names = new SortedSet<string>(StringComparer.Ordinal);
        for (string? from = null; ;)
        {
            ListPage page = await questioning.ListAsync(listing, listing.ScopeOf(beside)!, from);
            if (page.Problem is not null || page.IsExpired)
            {
                return ([], page.Problem ?? CannotBeListed);
            }

            names.UnionWith(page.Secrets.Select(listed => listed.Name));
            if ((from = page.Next) is null)
            {
                return ([.. names], null);
            }
        }
    }
}
