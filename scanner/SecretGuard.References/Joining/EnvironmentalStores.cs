using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>Stores by the environments that have them: one of an environment's own takes the place of one that all have under the same name.</summary>
/// <param name="stores">They.</param>
/// <param name="declaration">The environments.</param>
internal sealed class EnvironmentalStores(IReadOnlyList<StoreDeclaration> stores, Declaration declaration)
{
    private readonly Dictionary<string, IReadOnlyList<StoreDeclaration>> _byEnvironment = new(StringComparer.Ordinal);

    /// <summary>Those of an environment; all where none is said.</summary>
    public IReadOnlyList<StoreDeclaration> In(string? environment)
    {
        if (environment is null)
        {
            return stores;
        }

        if (!_byEnvironment.TryGetValue(environment, out IReadOnlyList<StoreDeclaration>? found))
        {
            HashSet<(string, string)> own = [.. stores.Where(store => store.Environment == environment).Select(store => (store.Kind, store.Name))];
            _byEnvironment[environment] = found = [.. stores.Where(store => store.Environment == environment || (store.Environment is null && !own.Contains((store.Kind, store.Name))))];
        }

        return found;
    }

    /// <summary>The environments of a file, where they differ in what a reference of it means; none where all mean the same.</summary>
    public IEnumerable<string> EnvironmentsOf(SecretReference reference, string path)
    {
        StoreDeclaration[] named = [.. stores.Where(store => DeclaredStores.IsNamed(store, reference))];
        bool differ = Array.Exists(named, store => store.Environment is not null) && named.Select(store => store with { Location = named[0].Location, Environment = null }).Distinct().Take(2).Count() > 1;
        return differ ? declaration.EnvironmentsOf(path).Select(environment => environment.Name) : [];
    }
}
