using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>References that no policy lets be read, in stores of which the repository has policies; and policies that grant what nothing refers to.</summary>
internal sealed class GrantCoverageLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.NotGranted, AccessRules.KindUnreadable, AccessRules.Unused];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        var coverage = new Coverage(repository);
        InventoryRecord[] consumers = [.. coverage.Consumers];
        foreach (InventoryRecord record in consumers)
        {
            IReadOnlyList<Grant> near = coverage.Near(record);
            if (near.Count > 0 && !coverage.IsReadable(record, near) && IsOfOneVault(record, near, consumers))
            {
                Tell(record, near, repository.Access, found);
            }
        }

        LookForUnused(repository, consumers, found);
    }

    private static void Tell(InventoryRecord record, IReadOnlyList<Grant> near, AccessModel access, LintFindings found)
    {
        SecretReference reference = record.Reference;
        string subject = $"{record.Consumer} {reference.Store} {reference.Name}";
        Grant? ofOtherKind = near.FirstOrDefault(grant => grant.Kind is not null && access.IsAbout(grant with { Kind = null }, reference));
        if (ofOtherKind is not null)
        {
            found.Add(AccessRules.KindUnreadable, record.Location, subject,
                $"'{reference.Name}' is read as a {reference.Kind}, and '{ofOtherKind.Role}' ({ofOtherKind.Location.Path}:{ofOtherKind.Location.StartLine}) lets only {string.Join(" and ", near.Select(grant => grant.Kind + "s").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))} be read");
            return;
        }

        Grant nearest = near.OrderByDescending(grant => grant.Pattern.Zip(reference.Name).TakeWhile(pair => pair.First == pair.Second).Count()).First();
        found.Add(AccessRules.NotGranted, record.Location, subject, $"no policy here lets '{reference.Name}' be read; the nearest is '{nearest.Pattern}' in {nearest.Location.Path}:{nearest.Location.StartLine}");
    }

    /// <summary>Where no policy says which vault it is for, it can only be held against references if these are of one.</summary>
    private static bool IsOfOneVault(InventoryRecord record, IReadOnlyList<Grant> near, InventoryRecord[] consumers) => record.Reference.Store != StoreTypes.AzureKeyVault || near.Any(grant => grant.Address is not null)
        || consumers.Where(other => other.Reference.Store == StoreTypes.AzureKeyVault).Select(other => other.Reference.Address).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;

    private static void LookForUnused(LintRepository repository, InventoryRecord[] consumers, LintFindings found)
    {
        var engines = new VaultEngines(repository);
        SecretReference[] used = [.. repository.Records.Select(record => record.Reference), .. repository.Records.Select(record => record.Provides).OfType<SecretReference>(), .. Declared(repository.Declaration)];
        string[] stores = [.. consumers.Select(record => record.Reference.Store).Distinct(StringComparer.Ordinal)];
        foreach (Grant grant in repository.Access.Grants.Where(grant => grant.Allows(Capabilities.Read) && stores.Contains(grant.Store, StringComparer.Ordinal) && !AccessModel.IsDocumentation(grant.Location) && IsOfSecrets(grant, engines)).DistinctBy(grant => grant.Location))
        {
            if (!used.Any(reference => repository.Access.IsAbout(grant, reference)))
            {
                found.Add(AccessRules.Unused, grant.Location, $"{grant.Policy} {grant.Pattern}", $"nothing in this repository refers to '{grant.Pattern}'");
            }
        }
    }

    /// <summary>Whether it names secrets of which all could be known here: what is computed may be anything, and what is too broad is told as that.</summary>
    private static bool IsOfSecrets(Grant grant, VaultEngines engines) => !grant.Pattern.Contains("${", StringComparison.Ordinal) && grant.Store switch
    {
        StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm => grant.Pattern.Trim('*', '/').Length > 0,
        StoreTypes.Vault => VaultPaths.WordIn(grant.Pattern) is var (mount, word) ? word == "data" && grant.Pattern.TrimEnd('*', '+', '/') != $"{mount}/data"
            : engines.IsKnown(VaultPaths.MountOf(grant.Pattern)) && !engines.IsSecond(VaultPaths.MountOf(grant.Pattern)) && grant.Pattern.TrimEnd('*', '+', '/').Contains('/', StringComparison.Ordinal),
        _ => false,
    };

    private static IEnumerable<SecretReference> Declared(Declaration declaration)
    {
        foreach (DeclaredStore store in declaration.Stores)
        {
            foreach (DeclaredSecret secret in declaration.Secrets.Where(secret => secret.Store is null || secret.Store == store.Name || secret.Mirrors.Contains(store.Name, StringComparer.Ordinal)))
            {
                string name = DeclaredText.Expand((store.Prefix ?? "") + secret.NameIn(store.Name), _ => "*");
                yield return ReferenceOf.Secret(store.Type, name, "") with { Address = store.Type == StoreTypes.Vault ? store["mount"] : null };
            }
        }
    }
}
