using SecretGuard.Findings;

namespace SecretGuard.Rules.Structured;

/// <summary>Secrets inside connection strings.</summary>
internal static class ConnectionStringRules
{
    public static readonly Rule Password = new("connection-string-password", "Password in a connection string")
    {
        Severity = Severity.Critical,
        Advice = "Change the password, then use a managed or integrated identity, or keep the connection string in a secret store.",
    };

    public static readonly Rule Key = new("connection-string-key", "Access key in a connection string")
    {
        Severity = Severity.Critical,
        Advice = "Regenerate the key, then use a managed identity, or keep the connection string in a secret store.",
    };

    public static Rule[] All => [Password, Key];
}
