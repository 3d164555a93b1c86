using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>Drafts the stores that references and manifests speak of, and what they refer to there.</summary>
/// <param name="draft">Takes it.</param>
/// <param name="references">What a repository refers to.</param>
/// <param name="environments">The environments that it is referred to in.</param>
internal sealed class ReferenceDraft(DeclarationDraft draft, RepositoryReferences references, IReadOnlyList<string> environments)
{
    private static readonly Location Nowhere = new("", 0, 0, 0, 0);

    /// <summary>Adds all.</summary>
    public void Add()
    {
        foreach (InventoryRecord record in references.Resolved().Where(IsOfStore))
        {
            if (!Refer(record, ManifestOf(record.Reference)))
            {
                // A store with a prefix is not where a name without it is.
                Refer(record, null);
            }
        }
    }

    /// <summary>Drafts the store that a manifest declares under a name; null where none does.</summary>
    public DeclaredStore? Declare(string name) => references.Stores.FirstOrDefault(store => store.Name == name && StoreCatalogue.Types.Contains(store.Store, StringComparer.Ordinal)) is { } manifest
        ? draft.Declare(new DeclaredStore(name, manifest.Store, Nowhere) { Settings = Settings(manifest.Store, manifest.Address, manifest), Prefix = manifest.Prefix }) : null;

    /// <summary>What nothing else fills, and what is known before it runs. The keys of code come from the variables and stores that others name.</summary>
    private static bool IsOfStore(InventoryRecord record) => record.Reference is
    {
        IsSecret: true,
        Kind: not ReferenceKinds.Source and not ReferenceKinds.ProviderClass,
        Store: StoreTypes.AzureKeyVault or StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm or StoreTypes.Vault or StoreTypes.GitHubActions or StoreTypes.Environment,
    } && !record.Reference.Name.Contains('*', StringComparison.Ordinal) && !(record.Reference.IsOfScript && record.Provides is not null)
        && !(record.Reference.Store == StoreTypes.Environment && (record.Location.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || record.Reference.IsOptional == true));

    private bool Refer(InventoryRecord record, StoreDeclaration? manifest)
    {
        DeclaredStore store = draft.Declare(StoreOf(record.Reference, manifest));
        return draft.Refer(store, QualifiedNames.QueryOf(record.Reference, store), record.Consumer, environments);
    }

    private StoreDeclaration? ManifestOf(SecretReference reference) =>
        references.Stores.FirstOrDefault(store => store.Store == reference.Store && store.Kind != "SecretProviderClass" && (store.Address == reference.Address || store.Store == StoreTypes.Vault && reference.Address is null));

    /// <summary>The store of a reference; one that no manifest names gets the name of its type.</summary>
    private static DeclaredStore StoreOf(SecretReference reference, StoreDeclaration? manifest)
    {
        if (reference.Store == StoreTypes.Environment)
        {
            return new DeclaredStore("variables", StoreTypes.DotEnv, Nowhere) { Settings = Settings(StoreTypes.DotEnv, null, null) };
        }

        string name = manifest?.Name
            ?? (reference.Store == StoreTypes.AzureKeyVault && Uri.TryCreate(reference.Address, UriKind.Absolute, out Uri? vault) ? vault.Host.Split('.')[0] : reference.Store);
        return new DeclaredStore(name, reference.Store, Nowhere) { Settings = Settings(reference.Store, manifest?.Address ?? reference.Address, manifest), Prefix = manifest?.Prefix };
    }

    private static Dictionary<string, string> Settings(string type, string? address, StoreDeclaration? manifest)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        (string key, string? value) = type switch
        {
            StoreTypes.DotEnv => ("path", ".env"),
            StoreTypes.AzureKeyVault => ("address", (address ?? "https://*.vault.azure.net/").Replace("*", "NAME", StringComparison.Ordinal)),
            StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm => ("region", address),
            StoreTypes.Vault when address?.Contains("://", StringComparison.Ordinal) == true => ("address", address),
            StoreTypes.Kubernetes => ("namespace", address),
            _ => ("", null),
        };
        if (value is not null)
        {
            settings.Add(key, value);
        }

        if (manifest?.Mount is { Length: > 0 } mount)
        {
            settings.Add("mount", mount);
        }

        return settings;
    }
}
