namespace SecretGuard.Stores.Azure;

/// <summary>What was deleted of one kind and can be brought back.</summary>
/// <param name="Items">By name, whatever the case.</param>
internal sealed record DeletedNames(IReadOnlyDictionary<string, KeyVaultItem> Items)
{
    /// <summary>Why they are not known; null where they are, or never can be.</summary>
    public StoreProblem? Problem { get; private init; }

    /// <summary>What is to be said of a name that is not among them, for people.</summary>
    public string Remark { get; private init; } = "";

    /// <summary>Lists them, page after page.</summary>
    public static async Task<DeletedNames> ReadAsync(KeyVaultSession session, string collection, CancellationToken cancellation)
    {
        var items = new Dictionary<string, KeyVaultItem>(StringComparer.OrdinalIgnoreCase);
        string? next = null;
        do
        {
            KeyVaultPage page = await session.ListAsync(collection, next, cancellation);
            if (page.Problem is { } problem)
            {
                // A vault that lets nobody see them, or keeps none, still tells what is there.
                return problem.Verdict == Verdict.Forbidden ? new DeletedNames(items) { Remark = "whether it was deleted cannot be seen: the deleted ones may not be listed" } : new DeletedNames(items) { Problem = problem };
            }

            foreach (KeyVaultItem item in page.Items)
            {
                items.TryAdd(item.Name, item);
            }

            next = page.Next;
        }
        while (next is not null);
        return new DeletedNames(items);
    }
}
