using SecretGuard.Findings;

namespace SecretGuard.Inventories;

/// <summary>A store of secrets. Its texts may hold templates: <see cref="DeclaredText.Expand"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its kind: one of <see cref="StoreTypes"/>.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record DeclaredStore(string Name, string Type, Location Location)
{
    /// <summary>What says where it is and how it is asked, by the keys of its type: <c>address</c>, <c>mount</c>, <c>path</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How one signs in, by the keys of the method: <c>method</c>, <c>role</c>; empty for what the surroundings offer.</summary>
    public IReadOnlyDictionary<string, string> Login { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The environments that it serves; empty for all.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>What is put before every name; null where nothing is said, which is not the same as nothing.</summary>
    public string? Prefix { get; init; }

    /// <summary>
    /// What names of variables and of configuration keys go through to become its own: <c>colon-to-double-hyphen</c>. A store that says so is asked for them;
    /// one that says nothing is not.
    /// </summary>
    public IReadOnlyList<string> Transforms { get; init; } = [];

    /// <summary>How names in it must look: <c>qualisys/{category}/{name}</c>. Null for any.</summary>
    public string? Naming { get; init; }

    /// <summary>The words that may stand for <c>{category}</c>; empty for any.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>A file that lists what it holds and answers in its place; null where it is asked itself.</summary>
    public string? Inventory { get; init; }

    /// <summary>A setting, or null.</summary>
    public string? this[string key] => Settings.TryGetValue(key, out string? value) ? value : null;

    /// <summary>Whether it serves an environment.</summary>
    public bool Serves(string environment) => Environments.Count == 0 || Environments.Contains(environment, StringComparer.Ordinal);

    /// <summary>Whether a reference's address is that of the store. What either leaves open may be the other's; a mount or a namespace is no address.</summary>
    public bool IsAt(SecretReference reference)
    {
        string? address = Type is StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm ? this["region"] : this["address"] ?? this["path"];
        return reference.Address is not { } asked || address is null || reference.Store switch
        {
            StoreTypes.Kubernetes or StoreTypes.GitHubActions or StoreTypes.Environment or StoreTypes.Configuration => true,
            StoreTypes.Vault when !asked.Contains("://") => true,
            _ => IsSame(asked.TrimEnd('/'), address.TrimEnd('/')),
        };
    }

    private static bool IsSame(string asked, string address)
    {
        int star = asked.IndexOf('*');
        return star < 0
            ? string.Equals(asked, address, StringComparison.OrdinalIgnoreCase)
            : address.Length >= asked.Length - 1 && address.StartsWith(asked.Substring(0, star), StringComparison.OrdinalIgnoreCase) && address.EndsWith(asked.Substring(asked.LastIndexOf('*') + 1), StringComparison.OrdinalIgnoreCase);
    }
}
