using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;

namespace SecretGuard.References.Linting.Access;

/// <summary>Which version of the engine for keys and values the mounts of Vault have, as far as files say it.</summary>
internal sealed class VaultEngines
{
    private readonly HashSet<string> _first = new(StringComparer.Ordinal);
    private readonly HashSet<string> _second = new(StringComparer.Ordinal);

    public VaultEngines(LintRepository repository)
    {
        foreach (DeclaredStore store in repository.Declaration.Stores.Where(store => store.Type == StoreTypes.Vault && store["mount"] is not null))
        {
            Add(store["mount"]!, store["version"]?.TrimStart('v') == "1");
        }

        foreach (StoreDeclaration store in repository.Stores.Where(store => store is { Store: StoreTypes.Vault, Mount: not null }))
        {
            Add(store.Mount!, store.EngineVersion == "v1");
        }

        foreach (Grant grant in repository.Access.Grants.Where(grant => grant.Store == StoreTypes.Vault))
        {
            if (VaultPaths.WordIn(grant.Pattern) is var (mount, word) && word is "data" or "metadata")
            {
                Add(mount, isFirst: false);
            }
        }

        foreach (TerraformBlock mount in repository.Configurations.SelectMany(configuration => configuration.Resources("vault_mount")))
        {
            if (mount.Block.TextOf("path") is { } path && mount.Block.TextOf("type") is { } type && type.StartsWith("kv", StringComparison.Ordinal))
            {
                Add(path, type != "kv-v2" && mount.Block["options"]?.Expression.Contains('2', StringComparison.Ordinal) != true);
            }
        }
    }

    /// <summary>Whether a mount is of the second version, and nothing says otherwise.</summary>
    public bool IsSecond(string mount) => _second.Contains(mount) && !_first.Contains(mount);

    /// <summary>Whether a mount is one for keys and values.</summary>
    public bool IsKnown(string mount) => _second.Contains(mount) || _first.Contains(mount);

    private void Add(string mount, bool isFirst) => (isFirst ? _first : _second).Add(mount.Trim('/'));
}
