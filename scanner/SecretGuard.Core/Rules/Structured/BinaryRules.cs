using SecretGuard.Findings;

namespace SecretGuard.Rules.Structured;

/// <summary>Key files that are no text. Their examples are strings of one character a byte.</summary>
internal static class BinaryRules
{
    private const string Move = "Keep it out of the repository, and replace every key in it: passwords of containers can be guessed offline.";

    public static readonly Rule JavaKeyStore = new("java-keystore", "Java keystore")
    {
        Severity = Severity.Medium,
        Confidence = Confidence.Medium,
        Advice = Move,
        Documentation = "https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html",
        Example = random => Bytes([0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, .. KeyExamples.Bytes(random, 100)]),
    };

    public static readonly Rule Pkcs12 = new("pkcs12-container", "PKCS#12 container (.p12, .pfx)")
    {
        Severity = Severity.Medium,
        Confidence = Confidence.Medium,
        Advice = Move,
        Documentation = "https://www.rfc-editor.org/rfc/rfc7292",
        Example = random => Bytes(KeyExamples.Pkcs12(random)),
    };

    public static readonly Rule KeePass = new("keepass-database", "KeePass database")
    {
        Severity = Severity.Info,
        Confidence = Confidence.Medium,
        Advice = "Keep the database out of the repository: its password can be guessed offline.",
        Documentation = "https://keepass.info/help/kb/kdbx.html",
        Example = random => Bytes([0x03, 0xD9, 0xA2, 0x9A, 0x67, 0xFB, 0x4B, 0xB5, 1, 0, 4, 0, .. KeyExamples.Bytes(random, 100)]),
    };

    public static readonly Rule StrongName = new("strong-name-key", "Strong-name key pair (.snk)")
    {
        Severity = Severity.Medium,
        Advice = "If assemblies are trusted for this key, replace it; if the name is all that it gives, accept it with that reason.",
        Documentation = "https://learn.microsoft.com/dotnet/standard/assembly/strong-named",
        Example = random => Bytes([7, 2, 0, 0, 0, 0x24, 0, 0, .. "RSA2"u8, 0, 4, 0, 0, 1, 0, 1, 0, .. KeyExamples.Bytes(random, 576)]),
    };

    public static readonly Rule Keytab = new("kerberos-keytab", "Kerberos keytab")
    {
        Advice = "Change the principal's keys with kadmin, which makes this file worthless.",
        Documentation = "https://web.mit.edu/kerberos/krb5-latest/doc/formats/keytab_file_format.html",
        Example = random => Bytes([5, 2, 0, 0, 0, 60, 0, 1, 0, 8, .. "REALM.EX"u8, 0, 4, .. "host"u8, .. KeyExamples.Bytes(random, 50)]),
    };

    public static Rule[] All => [JavaKeyStore, Pkcs12, KeePass, StrongName, Keytab];

    private static string Bytes(byte[] bytes) => string.Concat(bytes.Select(value => (char)value));
}
