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
    public IReadOnlyList<DeclaredSecret> Meant(SecretReference reference, string path) =>
        _declaration.Secrets.Count == 0 ? [] : [.. Of(path).SelectMany(surroundings => surroundings.Meant(reference)).Distinct()];

    /// <summary>The stores that are declared for the environments of a file, with what these say filled in.</summary>
    public IEnumerable<(string Environment, DeclaredStore Store)> StoresOf(string path) => Of(path).SelectMany(surroundings => surroundings.Stores.Select(store => (surroundings.Name, store)));

    /// <summary>What the store may be that an ExternalSecret of a file names, each once; nothing where nobody says.</summary>
    public IReadOnlyList<StoreDeclaration> Named(SecretReference reference, string path) => [.. Of(path).SelectMany(surroundings => surroundings.Named(reference)).Distinct()];

    /// <summary>The stores of all environments, with what these say filled in.</summary>
    public IEnumerable<(string Environment, DeclaredStore Store)> Stores => _environments.Values.SelectMany(surroundings => surroundings.Stores.Select(store => (surroundings.Name, store)));

    private Surroundings[] Of(string path)
    {
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

        public Surroundings(DeclaredEnvironment? environment, Declaration declaration, IReadOnlyList<StoreDeclaration> manifests)
        {
            _environment = environment;
            Stores = [.. declaration.Stores.Where(store => environment is null || store.Serves(environment.Name)).Select(Fill)];
            _stores = [.. manifests.Where(store => !Stores.Exists(declared => declared.Name == store.Name) && IsHere(store, declaration)), .. Stores.SelectMany(DeclaredStores.OfOperator)];
            _secrets = declaration.Secrets.Where(secret => environment is null || secret.IsFor(environment.Name)).SelectMany(NamesOf).ToLookup(named => named.Key, named => named.Secret);
        }

        public string Name => _environment?.Name ?? "";

        public List<DeclaredStore> Stores { get; }

        public IEnumerable<DeclaredSecret> Meant(SecretReference reference)
        {
            SecretReference meant = DeclaredStores.Resolve(reference, _stores);
            string name = DeclaredStores.NameOf(meant);
            IEnumerable<DeclaredStore> holders = Stores.Where(store => store.Type == meant.Store && store.IsAt(meant));
            if (reference.Store == StoreTypes.ExternalSecrets && Stores.Find(store => reference.Address?.EndsWith("/" + store.Name, StringComparison.Ordinal) == true) is { } named)
            {
                holders = [named];
            }

            return holders.SelectMany(store => _secrets[(store.Name, StoreNames.Folded(store.Type, DeclaredStores.NameIn(store, name)))]);
        }

        public IEnumerable<StoreDeclaration> Named(SecretReference reference) => _stores.Where(store => $"{store.Kind}/{store.Name}" == reference.Address);

        private bool IsHere(StoreDeclaration store, Declaration declaration) => _environment is null || declaration.EnvironmentsOf(store.Location.Path).Contains(_environment);

        private IEnumerable<((string Store, string Name) Key, DeclaredSecret Secret)> NamesOf(DeclaredSecret secret)
        {
            DeclaredStore? record = secret.Store is { } store ? Stores.Find(one => one.Name == store) : Stores.Count == 1 ? Stores[0] : null;
            foreach (DeclaredStore holder in secret.Mirrors.Select(name => Stores.Find(one => one.Name == name)).Prepend(record).OfType<DeclaredStore>())
            {
                string name = DeclaredStores.NameIn(holder, Fill((holder.Prefix ?? "") + secret.NameIn(holder.Name)));
                yield return ((holder.Name, StoreNames.Folded(holder.Type, name)), secret);
            }
        }

        /// <summary>What stays open of a setting says nothing.</summary>
        private DeclaredStore Fill(DeclaredStore store) => store with
        {
            Settings = store.Settings.Select(setting => (setting.Key, Value: Fill(setting.Value))).Where(setting => !setting.Value.Contains(Open, StringComparison.Ordinal)).ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal),
            Prefix = store.Prefix is null ? null : Fill(store.Prefix),
        };

        private string Fill(string text) => DeclaredText.Expand(text, name => name == DeclaredText.EnvironmentName && _environment is not null ? _environment.Name : _environment?.Values.GetValueOrDefault(name) ?? Open);
    }
}
