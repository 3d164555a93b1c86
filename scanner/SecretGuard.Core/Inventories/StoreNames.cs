namespace SecretGuard.Inventories;

/// <summary>Which names are one to the store that reads them.</summary>
public static class StoreNames
{
    /// <summary>Stores whose names differ by more than their case.</summary>
    private static readonly string[] CaseBlind = [StoreTypes.AzureKeyVault, StoreTypes.GitHubActions, StoreTypes.AzurePipelines];

    /// <summary>The configuration of .NET, and what fills it name by name.</summary>
    private static readonly string[] Keys = [StoreTypes.Configuration, StoreTypes.Environment, StoreTypes.Files];

    /// <summary>Whether its names are read as keys of a configuration.</summary>
    public static bool AreKeys(string store) => Array.IndexOf(Keys, store) >= 0;

    /// <summary>Whether the case of its names says nothing.</summary>
    public static bool IgnoreCase(string store) => AreKeys(store) || Array.IndexOf(CaseBlind, store) >= 0;

    /// <summary>A name of a store, so that names which it takes for one are one text.</summary>
    public static string Folded(string store, string name) => AreKeys(store) ? AsKey(name).ToUpperInvariant() : IgnoreCase(store) ? name.ToUpperInvariant() : name;

    /// <summary>.NET reads two underscores as a colon.</summary>
    public static string AsKey(string name) => name.Replace("__", ":");
}
