using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Declared secrets with consumers to whom nothing brings them. What consumers get otherwise nobody here can know, so one of them must get another secret of the same
/// store by a manifest.
/// </summary>
internal sealed class CoverageLint : IRepositoryLint
{
    private static readonly string[] Bringing = ["ExternalSecret/", "ClusterExternalSecret/", "SecretProviderClass/", "VaultStaticSecret/"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.SecretUncovered];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        DeclaredSecret[] asked = [.. repository.Declaration.Secrets.Where(secret => secret is { Origin: SecretOrigin.External, Consumers.Count: > 0, IsRequired: true })];
        if (asked.Length == 0)
        {
            return;
        }

        var mentioned = new HashSet<DeclaredSecret>(ReferenceEqualityComparer.Instance);
        var brought = new HashSet<(string? Store, string Consumer)>();
        foreach (InventoryRecord record in repository.Unresolved.Concat(repository.Records))
        {
            bool brings = Array.Exists(Bringing, kind => record.Consumer.StartsWith(kind, StringComparison.Ordinal));
            foreach (DeclaredSecret secret in new[] { record.Reference, record.Provides }.OfType<SecretReference>().SelectMany(reference => repository.Names.Meant(reference, record.Location.Path, record.Environment)))
            {
                mentioned.Add(secret);
                brought.UnionWith(brings ? secret.Consumers.Select(consumer => (secret.Store, consumer)) : []);
            }
        }

        HashSet<string> served = [.. repository.Declaration.Secrets.Where(mentioned.Contains).SelectMany(secret => secret.AnyOf.Append(secret.Id))];
        foreach (DeclaredSecret secret in asked.Where(secret => !served.Contains(secret.Id) && !secret.AnyOf.Any(served.Contains)))
        {
            if (secret.Consumers.FirstOrDefault(consumer => brought.Contains((secret.Store, consumer))) is { } consumer)
            {
                found.Add(ManifestRules.SecretUncovered, secret.Location, secret.Id, $"'{consumer}' is to use it, and gets other secrets of the store by manifests, but none brings this one");
            }
        }
    }
}
