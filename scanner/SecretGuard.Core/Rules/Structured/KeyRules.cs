using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Detection;
using SecretGuard.Findings;

namespace SecretGuard.Rules.Structured;

/// <summary>Private keys of asymmetric cryptography, in text.</summary>
internal static class KeyRules
{
    private const string Replace = "Generate a new key pair, replace the public key wherever it is trusted, and keep the private key in a secret store.";

    public static readonly Rule PrivateKey = new("private-key", "Private key")
    {
        Advice = Replace,
        Documentation = "https://www.rfc-editor.org/rfc/rfc7468",
        Example = random => KeyExamples.Pem("PRIVATE KEY", KeyExamples.Pkcs8(random)),
    };

    public static readonly Rule Encrypted = new("private-key-encrypted", "Private key under a passphrase")
    {
        Severity = Severity.Low,
        Confidence = Confidence.Low,
        Advice = "Make sure that the passphrase is strong and stands nowhere near; otherwise generate a new key pair.",
        Example = random => KeyExamples.Pem("ENCRYPTED PRIVATE KEY", KeyExamples.EncryptedPkcs8(random)),
    };

    public static readonly Rule OpenSsh = new("openssh-private-key", "OpenSSH private key")
    {
        Advice = "Generate a new key with ssh-keygen and remove the old public key from every authorized_keys file and account.",
        Documentation = "https://man.openbsd.org/ssh-keygen",
        Example = random => KeyExamples.Pem("OPENSSH PRIVATE KEY", KeyExamples.OpenSsh(random, "none")),
    };

    public static readonly Rule Pgp = new("pgp-private-key", "OpenPGP private key")
    {
        Advice = "Publish a revocation certificate for the key and make a new one.",
        Documentation = "https://www.rfc-editor.org/rfc/rfc9580",
        Example = random => KeyExamples.Pem("PGP PRIVATE KEY BLOCK", KeyExamples.Pgp(random, protection: 0)),
    };

    public static readonly Rule GoogleServiceAccount = new("gcp-service-account-key", "Google Cloud service account key")
    {
        Provider = "Google Cloud",
        Severity = Severity.Critical,
        Advice = "Delete the key with `gcloud iam service-accounts keys delete`, and use workload identity federation instead of keys.",
        Documentation = "https://cloud.google.com/iam/docs/keys-create-delete",
        Example = KeyExamples.GoogleServiceAccount,
    };

    public static readonly Rule KubernetesClientKey = new("kubeconfig-client-key", "Kubernetes client key")
    {
        Provider = "Kubernetes",
        Severity = Severity.Critical,
        Advice = "Client certificates cannot be revoked: remove the bindings of their user, or rotate the cluster's certificate authority.",
        Documentation = "https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/",
        Example = random => "client-key-data: " + KeyExamples.ToBase64(KeyExamples.Pem("PRIVATE KEY", KeyExamples.Pkcs8(random)) + "\n"),
    };

    public static readonly Rule Putty = new("putty-private-key", "PuTTY private key")
    {
        Advice = "Generate a new key with PuTTYgen and remove the old public key from every server.",
        Documentation = "https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html",
        Example = KeyExamples.Putty,
    };

    public static readonly Rule Minisign = new("minisign-secret-key", "Secret key of minisign or signify")
    {
        Severity = Severity.Critical,
        Advice = "Make a new key pair, publish its public key, and sign the current releases again.",
        Documentation = "https://jedisct1.github.io/minisign/",
        Example = KeyExamples.Minisign,
    };

    public static readonly Rule WireGuardPrivate = new("wireguard-private-key", "WireGuard private key")
    {
        Advice = "Generate a new key with `wg genkey` and replace the public key on every peer.",
        Documentation = "https://www.wireguard.com/quickstart/",
        Example = random => "PrivateKey = " + KeyExamples.WireGuard(random),
    };

    public static readonly Rule WireGuardShared = new("wireguard-preshared-key", "WireGuard pre-shared key")
    {
        Severity = Severity.Medium,
        Advice = "Generate a new key with `wg genpsk` and replace it on both peers.",
        Documentation = "https://www.wireguard.com/quickstart/",
        Example = random => "PresharedKey = " + KeyExamples.WireGuard(random),
    };

    public static readonly Rule JwkPrivate = new("jwk-private-key", "JSON Web Key with its private part")
    {
        Advice = "Rotate the key: publish a new key set, and drop this key id from it.",
        Documentation = "https://www.rfc-editor.org/rfc/rfc7517",
        Example = KeyExamples.Jwk,
    };

    public static readonly Rule JwkSymmetric = new("jwk-symmetric-key", "Symmetric JSON Web Key")
    {
        Advice = "Replace the key wherever it signs, verifies or encrypts.",
        Documentation = "https://www.rfc-editor.org/rfc/rfc7518#section-6.4",
        Example = KeyExamples.JwkSymmetric,
    };

    public static readonly Rule XmlRsa = new("rsa-key-value", "RSA private key in XML")
    {
        Advice = Replace,
        Documentation = "https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsa.toxmlstring",
        Example = KeyExamples.XmlRsa,
    };

    public static Rule[] All =>
    [
        PrivateKey, Encrypted, OpenSsh, Pgp, GoogleServiceAccount, KubernetesClientKey, Putty, Minisign, WireGuardPrivate, WireGuardShared,
        JwkPrivate, JwkSymmetric, XmlRsa,
    ];
}
