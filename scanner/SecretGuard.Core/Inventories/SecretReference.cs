namespace SecretGuard.Inventories;

/// <summary>A mention by name: of a secret in a store, of a configuration key, of an environment variable. Never a value.</summary>
/// <param name="Store">Which kind of store is to hold it: one of <see cref="StoreTypes"/>.</param>
/// <param name="Kind">What it is there: one of <see cref="ReferenceKinds"/>.</param>
/// <param name="Name">Its name or path there, as its store writes it; <c>*</c> stands for a part that is not known before the program runs.</param>
public sealed record SecretReference(string Store, string Kind, string Name)
{
    /// <summary>A field of a secret that has several.</summary>
    public string? Property { get; init; }

    /// <summary>The version or stage that is asked for.</summary>
    public string? Version { get; init; }

    /// <summary>The address of the store, or the mount within it, where the place says it.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the place goes on without it: <see langword="true"/> where it has a fallback, <see langword="false"/> where it demands it.</summary>
    public bool? IsOptional { get; init; }

    /// <summary>Whether it is secret, by its store or by its name.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What names it: <c>SecretClient.GetSecret</c>.</summary>
    public string Via { get; init; } = "";

    /// <summary>How <see cref="Via"/> names a variable that a script of a shell reads.</summary>
    public const string ScriptVariable = "variable";

    /// <summary>How a variable is named that somebody puts into a file before it is used: <c>${DB_PASSWORD}</c>.</summary>
    public const string Placeholder = "placeholder";

    /// <summary>Whether a script reads it: whoever runs the script sets it, where and as they like.</summary>
    public bool IsOfScript => Store == StoreTypes.Environment && Via is ScriptVariable or Placeholder;

    /// <summary>What an ExternalSecret names a secret by, alone or with all its fields.</summary>
    public const string ExternalEntry = "remoteRef", ExternalFields = "extract";

    /// <summary>Whether an ExternalSecret is filled with it from a cluster: another one, or another namespace, than its own.</summary>
    public bool IsOfExternalCluster => Store == StoreTypes.Kubernetes && (Via is ExternalEntry or ExternalFields);

    /// <summary>How <see cref="Via"/> names a secret that an app host writes into its vault when it is deployed.</summary>
    public const string DeployedSecret = "AzureKeyVaultResourceExtensions.AddSecret";

    /// <summary>Whether a deployment writes it: before, it need not be there.</summary>
    public bool IsDeployed => Via == DeployedSecret;

    /// <summary>Whether only a run knows the whole name.</summary>
    public bool IsOpen => Kind != ReferenceKinds.Source && $"{Name}{Property}".Contains('*');

    /// <summary>For people: <c>hashicorp-vault kv/shop/db#password</c>.</summary>
    public string Shown => $"{Store} {Name}{(Property is null ? "" : "#" + Property)}";
}

/// <summary>What a reference names in its store. Append-only.</summary>
public static class ReferenceKinds
{
    /// <summary>A secret.</summary>
    public const string Secret = "secret";

    /// <summary>A cryptographic key.</summary>
    public const string Key = "key";

    /// <summary>A certificate.</summary>
    public const string Certificate = "certificate";

    /// <summary>A class of the Secrets Store CSI driver, which lists secrets.</summary>
    public const string ProviderClass = "provider-class";

    /// <summary>A key of a configuration.</summary>
    public const string Configuration = "config";

    /// <summary>An environment variable.</summary>
    public const string Variable = "env";

    /// <summary>All that the store holds, or all below a path: a source of configuration.</summary>
    public const string Source = "source";
}
