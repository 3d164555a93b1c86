using SecretGuard.Detection.Names;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Detection.NamedValues;

/// <summary>The kinds that no format tells, only the name of the value does.</summary>
internal static class GenericRules
{
    private const string Move = "Change it where it is used, and read it from a secret store or an environment variable.";

    private static readonly Rule Password = new("generic-password", "Hard-coded password") { Severity = Severity.High, Advice = Move };

    private static readonly Rule ApiKey = new("generic-api-key", "Hard-coded API key") { Severity = Severity.High, Advice = "Revoke it at its issuer, and read the new one from a secret store or an environment variable." };

    private static readonly Rule Token = new("generic-token", "Hard-coded token") { Severity = Severity.High, Advice = "Revoke it at its issuer, and read the new one from a secret store or an environment variable." };

    private static readonly Rule CryptoKey = new("cryptographic-key", "Hard-coded cryptographic key") { Severity = Severity.High, Advice = "Generate a new key, keep it in a secret store, and re-encrypt or re-sign what the old one protects." };

    private static readonly Rule Secret = new("generic-secret", "Hard-coded secret") { Severity = Severity.High, Advice = Move };

    private static readonly Rule[] Known = [Password, ApiKey, Token, CryptoKey, Secret];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All => Known;

    /// <summary>Whether this is one of them.</summary>
    public static bool Includes(Rule rule) => Array.IndexOf(Known, rule) >= 0;

    /// <summary>The rule for a name's kind.</summary>
    public static Rule For(NameKind kind) => kind switch
    {
        NameKind.Password or NameKind.Pin => Password,
        NameKind.Token => Token,
        NameKind.ApiKey => ApiKey,
        NameKind.CryptoKey => CryptoKey,
        _ => Secret,
    };
}
