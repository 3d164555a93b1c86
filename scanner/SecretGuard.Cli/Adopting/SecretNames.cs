using SecretGuard.Cli.Adopting.Places;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Remedies;

namespace SecretGuard.Cli.Adopting;

/// <summary>What a secret is called: where the program reads it, and in a store.</summary>
/// <param name="Configuration">The key of a configuration: <c>Smtp:Password</c>.</param>
/// <param name="Variable">The variable: <c>SMTP_PASSWORD</c>.</param>
/// <param name="Words">The words of both: <c>smtp-password</c>.</param>
/// <param name="IsConfiguration">Whether the program reads it as a key; else as a variable.</param>
internal sealed record SecretNames(string Configuration, string Variable, string Words, bool IsConfiguration)
{
    /// <summary>What it is called where the program reads it.</summary>
    public string Read => IsConfiguration ? Configuration : Variable;

    /// <summary>The names of what a file holds.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="rule">The slug of its rule: what it is called where the file has no name for it.</param>
    /// <param name="typed">What the user calls it, a key or a variable; null where nothing was said.</param>
    public static SecretNames Of(SecretPlace place, string rule, string? typed)
    {
        string called = typed ?? (place.Name.Length > 0 ? place.Name : rule.Replace("generic-", "", StringComparison.Ordinal));
        SecretName name = Remedies.Words.Of(called).Count > 0 ? SecretName.OfKey(called) : SecretName.Of(["secret"]);
        bool isVariable = called.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && (typed is not null || !place.IsCode);
        bool isConfiguration = typed is null ? place.IsConfiguration : called.Contains(':', StringComparison.Ordinal) || (place.IsConfiguration && !called.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'));
        return new SecretNames(isConfiguration ? called : name.ConfigurationKey, isVariable && !isConfiguration ? called : name.Variable, name.VaultName, isConfiguration);
    }

    /// <summary>The name in a store: as it says that it makes names, else as what reads from a store of its type expects them.</summary>
    /// <returns>Null where the store does not mean this one.</returns>
    /// <exception cref="UsageException">The store says what nobody knows of how it makes names.</exception>
    public string? KeyIn(DeclaredStore store)
    {
        if (store.Transforms.Count > 0)
        {
            var reference = new SecretReference(IsConfiguration ? StoreTypes.Configuration : StoreTypes.Environment, ReferenceKinds.Secret, Read);
            return NameTransforms.NameIn(store with { Prefix = null }, reference);
        }

        return store.Type switch
        {
            StoreTypes.UserSecrets => Configuration,
            StoreTypes.DotEnv => IsConfiguration ? Configuration.Replace(":", "__", StringComparison.Ordinal) : Variable,
            StoreTypes.Files when IsConfiguration => Configuration.Replace(":", "__", StringComparison.Ordinal),
            StoreTypes.AzureKeyVault when IsConfiguration => Configuration.Replace(":", "--", StringComparison.Ordinal),
            _ => Words,
        };
    }
}
