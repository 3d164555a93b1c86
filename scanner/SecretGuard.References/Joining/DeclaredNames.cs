using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>
/// Which declared secrets references mean: by the store and the name there, in each environment that the file of the reference speaks of. Of a template only what the
/// environment itself says is filled in; what stays open is the same where the same store puts it before both names, and otherwise nobody's.
/// </summary>
public sealed class DeclaredNames
{
    private const string Open = "*";

    private readonly Declaration _declaration;
    private readonly Dictionary<string, Surroundings> _environments;
    private readonly Dictionary<string, Surroundings[]> _byPath = new(StringComparer.Ordinal);

    /// <summary>Names the secrets of a declaration.</summary>
    /// <param name="declaration">It.</param>
    /// <param name="manifests">The stores that manifests declare.</param>
    public DeclaredNames(Declaration declaration, IReadOnlyList<StoreDeclaration> manifests)
    {
        _declaration = declaration;
        _environments = declaration.Environments.Select(environment => (DeclaredEnvironment?)environment).DefaultIfEmpty()
            .ToDictionary(environment => environment?.Name ?? "", environment => new Surroundings(environment, declaration, manifests), StringComparer.Ordinal);
    }

    /// <summary>The secrets that a reference means; none where it means none that is declared.</summary>
    /// <param name="reference">The reference, as the file says it or with its store put in.</param>
    /// <param name="path">The file.</param>
    /// <param name="only">The environment that alone it is said of; null where that follows from the file.</param>
    public IReadOnlyList<DeclaredSecret> Meant(SecretReference reference, string path, string? only = null) =>
        _declaration.Secrets.Count == 0 ? [] : [.. Of(path, only).SelectMany(surroundings => surroundings.Meant(reference)).Distinct()];

    /// <summary>The secrets that a reference names in a store that is not to hold them; none where it means one that is.</summary>
    /// <param name="reference">The reference, as the file says it or with its store put in.</param>
    /// <param name="path">The file.</param>
    /// <param name="only">The environment that alone it is said of; null where that follows from the file.</param>
    public IReadOnlyList<(DeclaredStore Store, DeclaredSecret Secret)> Misplaced(SecretReference reference, string path, string? only = null) =>
        _declaration.Secrets.Count == 0 || Meant(reference, path, only).Count > 0 ? [] : [.. Of(path, only).SelectMany(surroundings => surroundings.Misplaced(reference)).DistinctBy(found => (found.Store.Name, found.Secret.Id))];

    /// <summary>Where a secret is to be held, and its name there.</summary>
    public IEnumerable<(string Environment, DeclaredStore Store, string Name)> PlacesOf(DeclaredSecret secret) =>
        _environments.Values.Where(surroundings => surroundings.Name.Length == 0 || secret.IsFor(surroundings.Name)).SelectMany(surroundings => surroundings.HoldersOf(secret).Select(store => (surroundings.Name, store, surroundings.NameIn(store, secret))));

    /// <summary>The stores that are declared for the environments of a file, with what these say filled in.</summary>
    public IEnumerable<(string Environment, DeclaredStore Store)> StoresOf(string path) => Of(path).SelectMany(surroundings => surroundings.Stores.Select(store => (surroundings.Name, store)));

    /// <summary>What the store may be that an ExternalSecret of a file names, each once; nothing where nobody says.</summary>
    public IReadOnlyList<StoreDeclaration> Named(SecretReference reference, string path) => [.. Of(path).SelectMany(surroundings => surroundings.Named(reference)).Distinct()];

    /// <summary>The stores of all environments, with what these say filled in.</summary>
    public IEnumerable<(string Environment, DeclaredStore Store)> Stores => _environments.Values.SelectMany(surroundings => surroundings.Stores.Select(store => (surroundings.Name, store)));

    private Surroundings[] Of(string path, string? only = null)
    {
        if (only is not null && _environments.TryGetValue(only, out Surroundings? one))
        {
            return [one];
        }

        if (!_byPath.TryGetValue(path, out Surroundings[]? found))
        {
            _byPath[path] = found = _declaration.Environments.Count == 0 ? [.. _environments.Values] : [.. _declaration.EnvironmentsOf(path).Select(environment => _environments[environment.Name])];
        }

        return found;
    }

    /// <summary>One environment.</summary>
    private sealed class Surroundings
    {
        private readonly DeclaredEnvironment? _environment;
        private readonly List<StoreDeclaration> _stores;
        private readonly ILookup<(string Store, string Name), DeclaredSecret> _secrets;
        private readonly Lazy<ILookup<(string Store, string Name), DeclaredSecret>> _misplaced;

        public Surroundings(DeclaredEnvironment? environment, Declaration declaration, IReadOnlyList<StoreDeclaration> manifests)
        {
            _environment = environment;
            Stores = [.. declaration.Stores.Where(store => environment is null || store.Serves(environment.Name)).Select(Fill)];
            _stores = [.. OverlaidRecords.In([.. manifests.Where(store => !Stores.Exists(declared => declared.Name == store.Name) && IsHere(store, declaration))], path => environment?.Paths.IsMatch(path) == true), .. Stores.SelectMany(DeclaredStores.OfOperator)];
            DeclaredSecret[] secrets = [.. declaration.Secrets.Where(secret => environment is null || secret.IsFor(environment.Name))];
            _secrets = ByName(secrets, HoldersOf);
            _misplaced = new(() => ByName(secrets, secret => Stores.Except(HoldersOf(secret))));
        }

        public string Name => _environment?.Name ?? "";

        public List<DeclaredStore> Stores { get; }

        public IEnumerable<DeclaredSecret> Meant(SecretReference reference) => In(_secrets, reference).Select(found => found.Secret);

        public IEnumerable<(DeclaredStore Store, DeclaredSecret Secret)> Misplaced(SecretReference reference) => In(_misplaced.Value, reference);

        /// <summary>The store of record, and the mirrors.</summary>
        public IEnumerable<DeclaredStore> HoldersOf(DeclaredSecret secret)
        {
            DeclaredStore? record = secret.Store is { } store ? Stores.Find(one => one.Name == store) : Stores.Count == 1 ? Stores[0] : null;
            return secret.Mirrors.Select(name => Stores.Find(one => one.Name == name)).Prepend(record).OfType<DeclaredStore>();
        }

        public string NameIn(DeclaredStore store, DeclaredSecret secret) => DeclaredStores.NameIn(store, Fill((store.Prefix ?? "") + secret.NameIn(store.Name)));

        public IEnumerable<StoreDeclaration> Named(SecretReference reference) => _stores.Where(store => DeclaredStores.IsNamed(store, reference));

        private bool IsHere(StoreDeclaration store, Declaration declaration) => _environment is null || declaration.IsIn(store.Location.Path, store.Environment, _environment);

        private ILookup<(string, string), DeclaredSecret> ByName(IEnumerable<DeclaredSecret> secrets, Func<DeclaredSecret, IEnumerable<DeclaredStore>> stores) =>
            secrets.SelectMany(secret => stores(secret).Select(store => (Key: (store.Name, StoreNames.Folded(store.Type, NameIn(store, secret))), Secret: secret))).ToLookup(named => named.Key, named => named.Secret);

        private IEnumerable<(DeclaredStore Store, DeclaredSecret Secret)> In(ILookup<(string, string), DeclaredSecret> secrets, SecretReference reference)
        {
            SecretReference meant = DeclaredStores.Resolve(reference, _stores);
            string name = DeclaredStores.NameOf(meant);
            IEnumerable<DeclaredStore> holders = Stores.Where(store => store.Type == meant.Store && store.IsAt(meant));
            if (Stores.Find(store => DeclaredStores.OfOperator(store).Any(one => DeclaredStores.IsNamed(one, reference))) is { } named)
            {
                holders = [named];
            }

            return holders.SelectMany(store => secrets[(store.Name, StoreNames.Folded(store.Type, DeclaredStores.NameIn(DeclaredStores.For(store, meant), name)))].Select(secret => (store, secret)));
        }

        /// <summary>What stays open of a setting says nothing.</summary>
        private DeclaredStore Fill(DeclaredStore store) => store with
        {
            Settings = store.Settings.Select(setting => (setting.Key, Value: Fill(setting.Value))).Where(setting => !setting.Value.Contains(Open, StringComparison.Ordinal)).ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal),
            Prefix = store.Prefix is null ? null : Fill(store.Prefix),
            Naming = store.Naming is null ? null : Fill(store.Naming),
        };

        private string Fill(string text) => DeclaredText.Expand(text, name => name == DeclaredText.EnvironmentName && _environment is not null ? _environment.Name : _environment?.Values.GetValueOrDefault(name) ?? Open);
    }
}
