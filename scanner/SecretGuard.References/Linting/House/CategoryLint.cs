using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.House;

/// <summary>Categories that the names in a store may have and none has.</summary>
internal sealed class CategoryLint : IRepositoryLint
{
    private const string Category = "{category}";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [HouseRules.CategoryUnused];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        (DeclaredSecret Secret, string Environment, DeclaredStore Store, string Name)[] places =
            [.. repository.Declaration.Secrets.SelectMany(secret => repository.Names.PlacesOf(secret).Select(place => (secret, place.Environment, place.Store, place.Name)))];
        foreach (DeclaredStore store in repository.Declaration.Stores.Where(store => store.Categories.Count > 0 && store.Naming?.Contains(Category, StringComparison.Ordinal) == true))
        {
            var here = places.Where(place => place.Store.Name == store.Name).ToArray();
            bool Has(string category) => Array.Exists(here, place => place.Secret.Category == category || OpenName.IsOpen(place.Name + place.Store.Naming)
                || DeclaredStores.NamingProblem(place.Store with { Categories = [category] }, place.Name, place.Environment) is null);
            foreach (string category in here.Length == 0 ? [] : store.Categories.Distinct(StringComparer.Ordinal).Where(category => !Has(category)))
            {
                found.Add(HouseRules.CategoryUnused, store.Location, $"{store.Name} {category}", $"no secret that is declared for '{store.Name}' is of the category '{category}'");
            }
        }
    }
}
