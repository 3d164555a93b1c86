using SecretGuard.Findings;

namespace SecretGuard.Rules.Structured;

/// <summary>Secrets in SQL, in scripts and in strings of code.</summary>
internal static class SqlRules
{
    public static readonly Rule Password = new("sql-password", "Password in a SQL statement")
    {
        Severity = Severity.High,
        Advice = "Change the password, and let the script take it from a variable or a parameter.",
    };

    public static readonly Rule EncryptionKey = new("sql-encryption-key", "Encryption passphrase in a SQL statement")
    {
        Severity = Severity.High,
        Advice = "Encrypt the data under a new passphrase, and pass that as a parameter.",
    };

    public static readonly Rule StoredSecret = new("sql-stored-secret", "Secret that a SQL statement stores")
    {
        Severity = Severity.High,
        Advice = "Change the secret, and fill the table from a secret store when you deploy.",
    };

    public static Rule[] All => [Password, EncryptionKey, StoredSecret];
}
