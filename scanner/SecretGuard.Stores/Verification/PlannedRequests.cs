namespace SecretGuard.Stores.Verification;

/// <summary>What <see cref="StoreVerifier"/> would send, as far as that can be known before anything is answered.</summary>
public static class PlannedRequests
{
    /// <summary>Methods and addresses: what answers many questions at once, each question by itself, and what is asked where a name is missing.</summary>
    /// <param name="store">The store; it is not asked.</param>
    /// <param name="queries">The questions.</param>
    public static IReadOnlyList<string> Of(ISecretStore store, IEnumerable<SecretQuery> queries)
    {
        SecretQuery[] distinct = [.. queries.Distinct()];
        var lists = store as IListingStore;
        IEnumerable<string?> shared = (lists is null ? [] : Listing.Listed(lists, distinct).Select(scope => lists.ListEndpoint(scope.Scope))).Concat(store.SharedEndpoints(distinct));
        IEnumerable<string?> meant = lists is null ? [] : distinct.Select(lists.ScopeOf).OfType<string>().Distinct(StringComparer.Ordinal).Take(Listing.MostScopesAsked).Select(lists.ListEndpoint);
        return
        [
            .. shared.OfType<string>().Distinct(StringComparer.Ordinal).Select(line => $"{line}, page by page: in place of many of those below"),
            .. distinct.Select(store.Endpoint).Distinct(StringComparer.Ordinal),
            .. meant.OfType<string>().Distinct(StringComparer.Ordinal).Select(line => $"{line}, where a name is missing: for one that is like it"),
        ];
    }
}
