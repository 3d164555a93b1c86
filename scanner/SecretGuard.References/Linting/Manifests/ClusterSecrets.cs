using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>The secrets of the cluster: what fills them, and what uses them, by name and namespace. A namespace that is not said may be any.</summary>
internal sealed class ClusterSecrets
{
    private static readonly string[] Literals = ["Secret", NamedSecrets.SealedSecret]; // told by their manifests

    private static readonly string[] Uses = ["secretKeyRef", "envFrom", "volume", "imagePullSecrets"];

    private readonly ILookup<string, SecretFiller> _fillers;
    private readonly ILookup<string, InventoryRecord> _users;
    private readonly SecretFiller[] _open;

    public ClusterSecrets(LintRepository repository)
    {
        IEnumerable<SecretFiller> written = repository.Unresolved.Where(record => record.Provides?.Store == StoreTypes.Kubernetes && !(record.ProvidesItself && Literals.Contains(record.Reference.Via, StringComparer.Ordinal)))
            .Select(record => new SecretFiller(record.Provides!.Name, record.Provides.Address, record.Consumer, record.Location) { Source = record.Reference, Key = record.Provides.Property });
        IEnumerable<SecretFiller> literal = repository.Manifests.Where(manifest => Literals.Contains(manifest.Kind, StringComparer.Ordinal)).Select(manifest => new SecretFiller(manifest.Name, manifest.Namespace, manifest.Consumer, manifest.NameLocation));
        SecretFiller[] fillers = [.. written, .. literal];
        Fillers = fillers;
        _open = [.. fillers.Where(filler => OpenName.IsOpen(filler.Name)).DistinctBy(filler => (filler.Name, filler.Namespace))];
        _fillers = fillers.ToLookup(filler => filler.Name, StringComparer.Ordinal);
        _users = repository.Unresolved.Where(record => record.Reference is { Store: StoreTypes.Kubernetes, Kind: ReferenceKinds.Secret } && Uses.Contains(record.Reference.Via, StringComparer.Ordinal))
            .ToLookup(record => record.Reference.Name, StringComparer.Ordinal);
    }

    /// <summary>All that fills secrets.</summary>
    public IReadOnlyList<SecretFiller> Fillers { get; }

    /// <summary>The secrets that pods use.</summary>
    public IEnumerable<InventoryRecord> Users => _users.SelectMany(users => users);

    /// <summary>All that fills secrets of a name, in whatever namespace.</summary>
    public IEnumerable<SecretFiller> FillersOf(string name) => _fillers[name];

    /// <summary>What may fill a secret.</summary>
    public IEnumerable<SecretFiller> FillersOf(string name, string? space) => _fillers[name].Where(filler => MayBe(filler.Namespace, space));

    /// <summary>What may use a secret.</summary>
    public IEnumerable<InventoryRecord> UsersOf(string name, string? space) => _users[name].Where(user => MayBe(user.Reference.Address, space));

    /// <summary>Whether a template may become what fills a secret.</summary>
    public bool MayBeFilledByTemplate(string name, string? space) => Array.Exists(_open, filler => OpenName.MayBeSame(filler.Name, name) && MayBe(filler.Namespace, space));

    private static bool MayBe(string? left, string? right) => left is null || right is null || OpenName.MayBeSame(left, right);
}

/// <summary>Something that fills a secret of the cluster.</summary>
/// <param name="Name">The secret's name.</param>
/// <param name="Namespace">Its namespace where one is said.</param>
/// <param name="Consumer">Who: <c>ExternalSecret/db</c>.</param>
/// <param name="Location">Where.</param>
internal sealed record SecretFiller(string Name, string? Namespace, string Consumer, Location Location)
{
    /// <summary>What it is filled with; null where that stands there itself.</summary>
    public SecretReference? Source { get; init; }

    /// <summary>The key that is filled; null where that is not said.</summary>
    public string? Key { get; init; }
}
