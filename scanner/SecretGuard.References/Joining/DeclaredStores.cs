using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>What manifests ask "the store" for becomes what the store is called where it keeps it, by the store that other manifests declare under that name.</summary>
public static class DeclaredStores
{
    private const string DataSegment = "data/";

    private const string Command = "vault ";

    private static readonly string[] OperatorKinds = ["SecretStore", "ClusterSecretStore", DeclaredDapr.Component];

    /// <summary>What names a secret of Vault by its whole path, which begins with the mount, and says no address.</summary>
    private static readonly HashSet<string> WholePaths = new(StringComparer.Ordinal)
    {
        "agent-inject-secret", "agent-inject-template", "template", "vals", "vault-env", "vault-action", "argocd-vault-plugin", "hashi_vault", "vault_read",
        "vault_generic_secret", "vault_kv_secret", "vault_kv_secret_v2",
    };

    /// <summary>
    /// The records, those of the External Secrets Operator and of Dapr with the store that is meant: once for each environment where each has its own of that name. What nobody
    /// declares stays as it is.
    /// </summary>
    /// <param name="records">They.</param>
    /// <param name="stores">The stores.</param>
    /// <param name="declaration">The environments; null for none.</param>
    public static IReadOnlyList<InventoryRecord> Resolve(IEnumerable<InventoryRecord> records, IReadOnlyList<StoreDeclaration> stores, Declaration? declaration = null)
    {
        var known = new EnvironmentalStores(stores, declaration ?? Declaration.Empty);
        return [.. WithStores([.. records]).SelectMany(record => Apart(record, known)).Select(record => record with
        {
            Reference = Resolve(record.Reference, known.In(record.Environment)),
            Provides = record.Provides is null ? null : Resolve(record.Provides, known.In(record.Environment)),
        })];
    }

    /// <summary>A record once for each environment that has a store of its own under the name which it says.</summary>
    private static IEnumerable<InventoryRecord> Apart(InventoryRecord record, EnvironmentalStores stores)
    {
        string[] environments = record.Environment is null && (IsOperators(record.Reference) || (record.Provides is { } provided && IsOperators(provided)))
            ? [.. stores.EnvironmentsOf(record.Reference, record.Location.Path).Concat(record.Provides is null ? [] : stores.EnvironmentsOf(record.Provides, record.Location.Path)).Distinct(StringComparer.Ordinal)] : [];
        return environments.Length == 0 ? [record] : environments.Select(environment => record with { Environment = environment });
    }

    private static bool IsOperators(SecretReference reference) => reference.Store is StoreTypes.ExternalSecrets or StoreTypes.Dapr;

    /// <summary>The records, those of a patch that changes a key of an ExternalSecret with the store that the ExternalSecret itself names.</summary>
    private static IEnumerable<InventoryRecord> WithStores(IReadOnlyList<InventoryRecord> records)
    {
        if (!records.Any(IsNameless))
        {
            return records;
        }

        ILookup<string, string> stores = records.Where(record => record.Reference is { Store: StoreTypes.ExternalSecrets, Address: not null } && !IsNameless(record)).ToLookup(record => record.Consumer, record => record.Reference.Address!, StringComparer.Ordinal);
        return records.Select(record => IsNameless(record) && stores[record.Consumer].Distinct(StringComparer.Ordinal).Take(2).ToArray() is [string store] ? record with { Reference = record.Reference with { Address = store } } : record);
    }

    private static bool IsNameless(InventoryRecord record) => record.Reference is { Store: StoreTypes.ExternalSecrets, Address: { } store } && store.EndsWith("/*", StringComparison.Ordinal) && !record.Consumer.Contains(SameNames.Any, StringComparison.Ordinal); // else of any chart

    /// <summary>What an ExternalSecret or a component of Dapr means that names a store of <c>secretguard.yml</c>, whichever kind it says.</summary>
    public static IEnumerable<StoreDeclaration> OfOperator(DeclaredStore store) => OperatorKinds.Select(kind => new StoreDeclaration(kind, store.Name, store.Type, store.Location)
    {
        Address = store["address"] ?? store["region"],
        Mount = store["mount"],
        EngineVersion = store["version"] is { } version ? "v" + version.TrimStart('v') : "v2",
        Prefix = store.Prefix,
    });

    /// <summary>One name for a secret of a declared store, however it is written: with or without its namespace, or its mount and the word of Vault's API.</summary>
    public static string NameIn(DeclaredStore store, string name) => store.Type switch
    {
        StoreTypes.Vault when store["mount"] is { } mount => VaultPath(mount, store["version"]?.TrimStart('v') != "1", name),
        StoreTypes.Kubernetes when store["namespace"] is { } space && !name.Contains('/', StringComparison.Ordinal) => $"{space}/{name}",
        _ => name,
    };

    /// <summary>
    /// A store as it is asked for what a reference names. A Vault is asked without its own mount where the reference says another one; whose path may be one
    /// within the mount (a call of C#, a syntax of the user's own) is looked for there.
    /// </summary>
    public static DeclaredStore For(DeclaredStore store, SecretReference reference)
    {
        bool isElsewhere = store.Type == StoreTypes.Vault && reference.Store == StoreTypes.Vault && store["mount"]?.Trim('/') is { Length: > 0 } mount
            && (reference.Address is not null || WholePaths.Contains(reference.Via) || reference.Via.StartsWith(Command, StringComparison.Ordinal))
            && !NameOf(reference).TrimStart('/').StartsWith(mount + "/", StringComparison.Ordinal);
        return isElsewhere ? store with { Settings = store.Settings.Where(setting => setting.Key is not ("mount" or "version")).ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal) } : store;
    }

    /// <summary>Why a name is not as its store wants them, for people; null where it is. The <c>naming</c> is of names as a declaration writes them, without mount and namespace, unless it begins with these.</summary>
    /// <param name="store">The store, its templates filled in.</param>
    /// <param name="qualified">The name that the store is asked for.</param>
    /// <param name="environment">The environment; empty where none is declared.</param>
    public static string? NamingProblem(DeclaredStore store, string qualified, string environment)
    {
        string start = NameIn(store, "");
        string name = store.Naming is { } naming && start.EndsWith('/') && !naming.StartsWith(start, StringComparison.Ordinal) && qualified.StartsWith(start, StringComparison.Ordinal) ? qualified[start.Length..] : qualified;
        return store.Naming is null ? null : NamePattern.Problem(store.Naming, name, environment, store.Categories);
    }

    /// <summary>The name that a reference says, with what its address puts before it: that of a reference to a cluster is its namespace, one to a Vault that is no address its mount.</summary>
    public static string NameOf(SecretReference reference) => FolderOf(reference) is { } folder ? $"{folder}/{reference.Name}" : reference.Name;

    /// <summary>What the address of a reference puts before its name, or null.</summary>
    public static string? FolderOf(SecretReference reference) => reference.Store switch
    {
        StoreTypes.Kubernetes => reference.Address,
        StoreTypes.Vault when reference.Address is { } mount && !mount.Contains("://", StringComparison.Ordinal) => mount,
        _ => null,
    };

    /// <summary>Whether a reference names a store that a manifest declares.</summary>
    internal static bool IsNamed(StoreDeclaration store, SecretReference reference) => reference.Store switch
    {
        StoreTypes.ExternalSecrets => store.Kind != DeclaredDapr.Component && $"{store.Kind}/{store.Name}" == reference.Address,
        StoreTypes.Dapr => store.Kind == DeclaredDapr.Component && store.Name == reference.Address,
        _ => false,
    };

    /// <summary>A reference with the store that is meant in the place of its name.</summary>
    internal static SecretReference Resolve(SecretReference reference, IReadOnlyList<StoreDeclaration> stores)
    {
        if (!IsOperators(reference))
        {
            return reference;
        }

        StoreDeclaration[] named = [.. stores.Where(store => IsNamed(store, reference))];
        if (named.Length == 0 && DeclaredDapr.OfCluster(reference) is { } cluster)
        {
            return cluster;
        }

        return named.Length == 0 || named.Any(store => store.Store != named[0].Store || store.Address != named[0].Address || store.Mount != named[0].Mount)
            ? reference // nobody, or one for each environment: the declaration has to say which
            : reference with { Store = named[0].Store, Address = named[0].Address, Name = NameIn(named[0], reference.Name), Kind = KindIn(named[0], reference) };
    }

    private static string NameIn(StoreDeclaration store, string key) => store.Store switch
    {
        StoreTypes.Vault => VaultPath(store.Mount, store.EngineVersion != "v1", store.Kind == DeclaredDapr.Component ? store.Prefix + key : key),
        StoreTypes.AzureKeyVault when key.StartsWith("secret/", StringComparison.Ordinal) || key.StartsWith("key/", StringComparison.Ordinal) || key.StartsWith("cert/", StringComparison.Ordinal) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..],
        _ => store.Prefix + key,
    };

    private static string KindIn(StoreDeclaration store, SecretReference reference) => store.Store == StoreTypes.Environment ? ReferenceKinds.Variable
        : store.Store != StoreTypes.AzureKeyVault ? reference.Kind
        : reference.Name.StartsWith("key/", StringComparison.Ordinal) ? ReferenceKinds.Key
        : reference.Name.StartsWith("cert/", StringComparison.Ordinal) ? ReferenceKinds.Certificate
        : reference.Kind;

    /// <summary>
    /// Mount and path, without the <c>data/</c> of the second engine's API. The operator's own rule: a leading mount is cut, and only then a <c>data/</c>; so a key
    /// <c>data/x</c> is a secret within a folder <c>data</c>.
    /// </summary>
    /// <param name="declared">The mount; null where the key begins with it.</param>
    /// <param name="isSecond">Whether its engine is of version 2.</param>
    /// <param name="key">What is asked for.</param>
    public static string VaultPath(string? declared, bool isSecond, string key)
    {
        if (declared?.Trim('/') is not { Length: > 0 } mount)
        {
            int first = key.IndexOf('/', StringComparison.Ordinal) + 1;
            return isSecond && first > 0 && key.AsSpan(first).StartsWith(DataSegment, StringComparison.Ordinal) ? key.Remove(first, DataSegment.Length) : key;
        }

        if (key.StartsWith(mount + "/", StringComparison.Ordinal))
        {
            key = key[(mount.Length + 1)..];
            key = isSecond && key.StartsWith(DataSegment, StringComparison.Ordinal) ? key[DataSegment.Length..] : key;
        }

        return $"{mount}/{key}";
    }
}
