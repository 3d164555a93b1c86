using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>Keys of the cluster's secrets that are called as Vault's own are, wherever a command or a manifest names one.</summary>
internal sealed class UnsealKeyLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [RunbookRules.UnsealKey];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (InventoryRecord record in repository.Records)
        {
            if (record.Reference is { Store: StoreTypes.Kubernetes, Kind: ReferenceKinds.Secret, Property: { } key } && IsOwn(record.Reference.Name, key))
            {
                found.Add(RunbookRules.UnsealKey, record.Location, $"Secret/{record.Reference.Name} {key}", "who may read this secret of the cluster may read and change all that Vault keeps");
            }
        }
    }

    private static bool IsOwn(string secret, string key)
    {
        string name = key.Replace('_', '-').ToLowerInvariant();
        bool isRoot = name is "root-token" or "roottoken" or "vault-root-token" or "vault-root";
        return name.Contains("unseal-key", StringComparison.Ordinal) || name.Contains("unsealkey", StringComparison.Ordinal) || (isRoot && (name.Contains("vault", StringComparison.Ordinal) || secret.Contains("vault", StringComparison.OrdinalIgnoreCase) || secret.Contains("bao", StringComparison.OrdinalIgnoreCase)));
    }
}
