namespace SecretGuard.Detection.Values;

/// <summary>Whether a value only says where a secret is, or hides it: an address in a store, a variable, a file, a ciphertext, a key that is public.</summary>
internal static class References
{
    private static readonly WordSet Openings = new(
    [
        "!!", "!env", "!getatt", "!ref", "!secret", "!sub", "!vault", "$ansible_vault", "-----begin age encrypted", "-----begin certificate",
        "-----begin pgp message", "-----begin public key", "@microsoft.keyvault(", "age1", "akv:", "aqaaancmnd8bfderjhoawe/cl+s", "args.", "arn:",
        "autogenerate", "aws-secret", "awssm:", "bws://", "cfdj8", "cipher:", "config.", "conjur:", "context.", "data.", "data:", "doppler://", "each.", "ecdsa-sha2-",
        "enc(", "enc[", "env!", "env(", "env.", "env:", "file:", "fn::", "gcpsm:", "getenv", "github.", "gsm://", "http://", "https://", "infisical://",
        "inputs.", "keyvault:", "local.", "mask-", "module.", "needs.", "op://", "options.", "os.environ", "os.getenv", "params.", "pk_live_", "pk_test_", "process.env", "projects/",
        "props.", "ref+", "ref:", "req.", "request.", "res.", "secretref:", "secrets.", "secretsmanager:", "secretsref:", "self.", "settings.", "sk-ssh-",
        "sm://", "sops:", "ssh-dss ", "ssh-ed25519 ", "ssh-rsa ", "ssm:", "steps.", "system.getenv", "this.", "urn:", "valuefrom", "values.", "var.", "vars.",
        "vault/", "vault:", "xpub6", "{cipher}", "{enc}",
    ]);

    /// <summary>Whether the value begins as such a reference does.</summary>
    public static bool IsReference(ReadOnlySpan<byte> value) => Openings.BeginsAny(value);
}
