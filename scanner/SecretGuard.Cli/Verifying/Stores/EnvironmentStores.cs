using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.References.Joining;

namespace SecretGuard.Cli.Verifying.Stores;

/// <summary>The stores of one environment.</summary>
internal sealed class EnvironmentStores
{
    /// <summary>What a manifest says of the cluster that it means.</summary>
    public const string Server = "server";

    private const string ProviderClass = "SecretProviderClass";

    private readonly StoreOpener _opener;
    private readonly List<DeclaredStore> _declared = [];
    private readonly List<DeclaredStore> _ofManifests = [];

    /// <summary>The stores of an environment.</summary>
    /// <param name="environment">It; null where none is declared.</param>
    /// <param name="declaration">All stores.</param>
    /// <param name="manifests">What the manifests of the environment declare.</param>
    /// <param name="opener">Opens them.</param>
    public EnvironmentStores(DeclaredEnvironment? environment, Declaration declaration, IReadOnlyList<StoreDeclaration> manifests, StoreOpener opener)
    {
        _opener = opener;
        Name = environment?.Name ?? "";
        Values = new TemplateValues(environment);
        _declared.AddRange(declaration.Stores.Where(store => environment is null || store.Serves(Name)).Select(store => Values.Fill(store) with { Inventory = environment?.Inventories.TryGetValue(store.Name, out string? file) == true ? file : null }));
        _declared.ForEach(store => NameTransforms.Of(store)); // what is misspelt is told before anybody is asked
        Declarations = [.. manifests.Where(store => !_declared.Exists(declared => declared.Name == store.Name)), .. _declared.SelectMany(DeclaredStores.OfOperator)];
        ClusterLogins = [.. manifests.Where(store => store.KubernetesMount is not null)];
        _ofManifests.AddRange(Declarations.Where(store => store.Address?.Contains('*', StringComparison.Ordinal) == false && !_declared.Exists(declared => declared.Name == store.Name)).Select(OfManifest));
    }

    /// <summary>The environment's name; empty where none is declared.</summary>
    public string Name { get; }

    /// <summary>What templates stand for.</summary>
    public TemplateValues Values { get; }

    /// <summary>What an ExternalSecret may name as its store: what manifests declare, or, where it has the same name, the declaration.</summary>
    public IReadOnlyList<StoreDeclaration> Declarations { get; }

    /// <summary>The stores of manifests that a cluster signs in to with its own service accounts, those under the name of a declared one too.</summary>
    public IReadOnlyList<StoreDeclaration> ClusterLogins { get; }

    /// <summary>What is declared by hand, with its templates filled in.</summary>
    public IReadOnlyList<DeclaredStore> Declared => _declared;

    /// <summary>Whether any store is declared by hand.</summary>
    public bool IsDeclared => _declared.Count > 0;

    /// <summary>The store of this name.</summary>
    public StoreInUse? Named(string name) => _declared.Find(store => store.Name == name) is { } store ? _opener.Open(store) : null;

    /// <summary>The only store there is.</summary>
    public StoreInUse? Only => _declared.Count == 1 ? _opener.Open(_declared[0]) : null;

    /// <summary>The stores that a reference may mean: the one that is declared under the name of its SecretProviderClass, else those of its type, and at its address where it has one.</summary>
    public IReadOnlyList<StoreInUse> For(InventoryRecord record)
    {
        SecretReference reference = record.Reference;
        if (_declared.Find(store => store.Type == reference.Store && record.Consumer == $"{ProviderClass}/{store.Name}") is { } own)
        {
            return _opener.Open(DeclaredStores.For(own, reference)) is { } opened ? [opened] : [];
        }

        DeclaredStore[] found = [.. _declared.Where(store => (Answers(store.Type, reference.Store) || NameTransforms.Takes(store, reference)) && store.IsAt(reference))];
        return [.. (found.Length > 0 ? found : _ofManifests.Where(store => store.Type == reference.Store && store.IsAt(reference) && IsAsked(store, reference))).Select(store => _opener.Open(DeclaredStores.For(store, reference))).OfType<StoreInUse>().DistinctBy(store => store.Adapter)];
    }

    /// <summary>A store that needs no declaration.</summary>
    public StoreInUse? Embedded(string type, params (string Key, string Value)[] settings) =>
        _opener.Open(new DeclaredStore("", type, new Findings.Location("", 0, 0, 0, 0)) { Settings = settings.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal) });

    /// <summary>What a manifest declares, as if it stood in the declaration. Names come with their mount and prefix already.</summary>
    private static DeclaredStore OfManifest(StoreDeclaration store)
    {
        string key = store.Store switch { StoreTypes.Kubernetes => "namespace", StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm => "region", _ => "address" };
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { [key] = store.Address! };
        if (store.Server is not null)
        {
            settings[Server] = store.Server;
        }

        return new DeclaredStore(store.Name, store.Store, store.Location) { Settings = settings };
    }

    /// <summary>Whether a store of a manifest keeps what is referred to. A cluster that ExternalSecrets are filled from is not the one that pods run in.</summary>
    private static bool IsAsked(DeclaredStore store, SecretReference reference) =>
        store.Type != StoreTypes.Kubernetes || (reference.IsOfExternalCluster && store["namespace"] == reference.Address);

    /// <summary>Whether a store of a type keeps what is referred to: variables and keys of a configuration come from several.</summary>
    private static bool Answers(string type, string asked) => type == asked || asked switch
    {
        StoreTypes.Environment => type is StoreTypes.DotEnv,
        StoreTypes.Configuration => type is StoreTypes.Environment or StoreTypes.DotEnv or StoreTypes.UserSecrets or StoreTypes.Files,
        _ => false,
    };
}
