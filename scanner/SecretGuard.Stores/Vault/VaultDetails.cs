using System.Collections.Concurrent;
using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>
/// The metadata of all secrets of a folder at once, where many of them are asked for: OpenBao gives them (KV v2 API: "List secrets",
/// <c>detailed-metadata</c>). Vault does not know the word, and a policy may not allow it: then each secret is asked for by itself.
/// </summary>
/// <param name="answers">Asks, each address once.</param>
internal sealed class VaultDetails(VaultAnswers answers)
{
    /// <summary>So many secrets of one folder are asked for one by one: a list of all that is in it may be long.</summary>
    public const int MostAskedAlone = 16;

    private const int PageSize = 1000;

    /// <summary>What else is in a folder is asked for by itself.</summary>
    private const int MostPages = 20;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _askedAlone = new(StringComparer.Ordinal);

    /// <summary>Engines that do not give them.</summary>
    private readonly ConcurrentDictionary<string, bool> _silent = new(StringComparer.Ordinal);

    /// <summary>Where the metadata of a secret's folder are.</summary>
    public static string Address(VaultMount mount, string inner) => mount.Address("detailed-metadata", VaultPath.Split(inner).Folder);

    /// <summary>The <c>data</c> of a secret's metadata; null where it has to be asked for by itself.</summary>
    public async Task<JsonElement?> FindAsync(VaultMount mount, string inner, CancellationToken cancellation)
    {
        string leaf = VaultPath.Split(inner).Leaf, address = Address(mount, inner), after = "";
        ConcurrentDictionary<string, bool> alone = _askedAlone.GetOrAdd(address, _ => new ConcurrentDictionary<string, bool>(StringComparer.Ordinal));
        if (alone.ContainsKey(leaf) || (alone.Count < MostAskedAlone && alone.TryAdd(leaf, true)))
        {
            return null;
        }

        for (int page = 0; page < MostPages && !_silent.ContainsKey(mount.Path); page++)
        {
            StoreReply reply = await answers.GetAsync($"{address}?list=true&limit={PageSize}&after={Uri.EscapeDataString(after)}", cancellation);
            if (!reply.IsSuccess && (reply.Status != 404 || VaultProblems.Says(reply, "unsupported")))
            {
                _silent[mount.Path] = true;
            }

            JsonElement found = reply.Json.At("data", "key_info", leaf);
            if (reply.IsSuccess && found.At("current_version").Number() is not null)
            {
                return found;
            }

            string[] keys = reply.IsSuccess ? [.. reply.Json.At("data", "keys").Items().Select(JsonAccess.Text).OfType<string>()] : [];
            if (keys.Length < PageSize || keys[^1] == after)
            {
                break;
            }

            after = keys[^1];
        }

        return null;
    }

    /// <summary>Lets go of what is known: the next question asks again.</summary>
    public void Forget() => _askedAlone.Clear();
}
