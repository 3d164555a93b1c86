using SecretGuard.Detection.Names;
using SecretGuard.Findings;

namespace SecretGuard.Rules.Structured;

/// <summary>The kinds that no format tells, only the name of the value does.</summary>
internal static class GenericRules
{
    private const string Move = "Change it where it is used, and read it from a secret store or an environment variable.";

    private const string Revoke = "Revoke it at its issuer, and read the new one from a secret store or an environment variable.";

    private static readonly Rule Password = Make("generic-password", "Hard-coded password", Move);

    private static readonly Rule ApiKey = Make("generic-api-key", "Hard-coded API key", Revoke);

    private static readonly Rule Token = Make("generic-token", "Hard-coded token", Revoke);

    private static readonly Rule CryptoKey = Make("cryptographic-key", "Hard-coded cryptographic key", "Generate a new key, keep it in a secret store, and re-encrypt or re-sign what the old one protects.");

    private static readonly Rule Secret = Make("generic-secret", "Hard-coded secret", Move);

    /// <summary>All of them.</summary>
    public static Rule[] All { get; } = [Password, ApiKey, Token, CryptoKey, Secret];

    /// <summary>The rule for a name's kind.</summary>
    public static Rule For(NameKind kind) => kind switch
    {
        NameKind.Password or NameKind.Pin => Password,
        NameKind.Token => Token,
        NameKind.ApiKey => ApiKey,
        NameKind.CryptoKey => CryptoKey,
        _ => Secret,
    };

    private static Rule Make(string slug, string title, string advice) => new(slug, title) { Severity = Severity.High, Advice = advice, IsGeneric = true };
}
