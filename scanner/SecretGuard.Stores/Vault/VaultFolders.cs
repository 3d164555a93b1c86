using System.Collections.Concurrent;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>The folders of key-value engines, by their lists: names, those of deleted secrets too.</summary>
/// <param name="session">Asks.</param>
/// <param name="mounts">What is known of the engines.</param>
internal sealed class VaultFolders(VaultSession session, VaultMounts mounts) : IDisposable
{
    private readonly SemaphoreSlim _listing = new(1, 1);
    private readonly ConcurrentDictionary<string, HashSet<string>> _folders = new(StringComparer.Ordinal);

    /// <summary>A folder as a listing begins with it.</summary>
    public static ListedScope ScopeOf(VaultMount mount, string folder) => new(mount.ListAddress(folder), mount.NameOf(folder), $"'{mount.Path}/{folder}'");

    /// <summary>What stands in a folder, and the folders in it.</summary>
    public async Task<ListPage> ListAsync(string scope, CancellationToken cancellation)
    {
        using StoreReply reply = await session.GetAsync(scope, cancellation);
        if (reply.Status == 404 && reply.Problem is null && !VaultProblems.Says(reply, "no handler for route"))
        {
            return new ListPage([], null);
        }

        if (!reply.IsSuccess)
        {
            return ListPage.Failed(await session.ProblemAsync(reply, cancellation));
        }

        (VaultMount Mount, string Folder)? place = mounts.Listed(scope);
        string NameOf(string key) => place is var (mount, folder) ? mount.NameOf(folder + key) : key;
        string[] keys = [.. reply.Json.At("data", "keys").Items().Select(JsonAccess.Text).OfType<string>()];
        return new ListPage([.. keys.Where(key => !key.EndsWith('/')).Select(key => new ListedSecret(key, StoreAnswer.Present(new SecretQuery(NameOf(key)), SecretMetadata.None)))], null)
        {
            Scopes = place is var (within, above) ? [.. keys.Where(key => key.EndsWith('/') && VaultPath.IsSound(key[..^1])).Select(key => ScopeOf(within, above + key))] : [],
        };
    }

    /// <summary>Answers a question about an engine of version 1, which tells nothing but names: by the list of the folder, read once.</summary>
    public async Task<StoreAnswer> AskAsync(SecretQuery query, VaultMount mount, string inner, CancellationToken cancellation)
    {
        if (query.Version is not (null or "latest"))
        {
            return new StoreProblem(Verdict.Misconfigured, $"a version is asked for, and the engine at '{mount.Path}' is of version 1 and keeps none", "take the version out of the reference").Answer(query);
        }

        (string folder, string leaf) = VaultPath.Split(inner);
        string scope = mount.ListAddress(folder);
        await _listing.WaitAsync(cancellation);
        try
        {
            if (!_folders.TryGetValue(scope, out HashSet<string>? names))
            {
                ListPage page = await ListAsync(scope, cancellation);
                if (page.Problem is { } problem)
                {
                    return problem.Answer(query);
                }

                names = _folders[scope] = [.. page.Secrets.Select(listed => listed.Name)];
            }

            return names.Contains(leaf) ? StoreAnswer.Present(query, SecretMetadata.None) : StoreAnswer.Missing(query, $"the engine at '{mount.Path}' has no '{inner}'");
        }
        finally
        {
            _listing.Release();
        }
    }

    /// <summary>Lets go of what was listed: the next question lists it again.</summary>
    public void Forget() => _folders.Clear();

    /// <inheritdoc/>
    public void Dispose() => _listing.Dispose();
}
