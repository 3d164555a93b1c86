using System.Collections.Concurrent;
using SecretGuard.Inventories;

namespace SecretGuard.Stores.Azure;

/// <summary>Finds out what a name is that has no version of the kind which is asked for: deleted, of another kind, or not there.</summary>
/// <param name="session">The way to the vault.</param>
internal sealed class KeyVaultAbsence(KeyVaultSession session) : IDisposable
{
    private readonly SemaphoreSlim _listing = new(1, 1);
    private readonly Dictionary<string, DeletedNames> _deleted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SecretKind, StoreProblem> _closed = new();

    /// <summary>The kind of a certificate's name is asked last: it has a key, and mostly a secret, of its name.</summary>
    public async Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation)
    {
        DeletedNames deleted = await DeletedAsync(KeyVaultStore.CollectionOf(query.Kind), cancellation);
        if (deleted.Problem is { } problem)
        {
            return problem.Answer(query);
        }

        if (deleted.Items.TryGetValue(query.Name, out KeyVaultItem? item))
        {
            string until = item.Deleted.Purged is { } purged ? $", and can be brought back until {purged:yyyy-MM-dd}" : "";
            return new StoreAnswer(query, Verdict.SoftDeleted)
            {
                Metadata = item.Metadata,
                Cause = $"it was deleted{(item.Deleted.At is { } at ? $" on {at:yyyy-MM-dd}" : "")}{until}",
                Advice = $"bring it back with 'az keyvault {WordOf(query.Kind)} recover', or take the reference out",
            };
        }

        foreach (SecretKind kind in Enum.GetValues<SecretKind>().Where(kind => kind != query.Kind && !_closed.ContainsKey(kind)))
        {
            KeyVaultPage others = await session.VersionsAsync(KeyVaultStore.CollectionOf(kind), query.Name, cancellation);
            if (others.Problem is { Verdict: Verdict.Forbidden, IsStoreWide: false } closed)
            {
                // Who may list secrets need not be let see the others: then it is simply not there.
                _closed[kind] = closed;
            }
            else if (others.Problem is not null)
            {
                return others.Problem.Answer(query);
            }
            else if (others.Items.Count > 0)
            {
                return new StoreAnswer(query, Verdict.WrongKind)
                {
                    Cause = $"the vault has no {WordOf(query.Kind)} '{query.Name}', but a {WordOf(kind)} of this name",
                    Advice = $"refer to the {WordOf(kind)}, or put the {WordOf(query.Kind)} in under another name",
                };
            }
        }

        return StoreAnswer.Missing(query, $"the vault has no {WordOf(query.Kind)} '{query.Name}'") with { Remark = deleted.Remark };
    }

    /// <inheritdoc/>
    public void Dispose() => _listing.Dispose();

    private static string WordOf(SecretKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>What was deleted of one kind: listed once, and again only where that failed.</summary>
    private async Task<DeletedNames> DeletedAsync(string collection, CancellationToken cancellation)
    {
        await _listing.WaitAsync(cancellation);
        try
        {
            if (_deleted.TryGetValue(collection, out DeletedNames? known))
            {
                return known;
            }

            DeletedNames names = await DeletedNames.ReadAsync(session, "deleted" + collection, cancellation);
            if (names.Problem is null)
            {
                _deleted[collection] = names;
            }

            return names;
        }
        finally
        {
            _listing.Release();
        }
    }
}
