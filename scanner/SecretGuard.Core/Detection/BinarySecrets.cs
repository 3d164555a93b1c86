using System.Buffers.Binary;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection;

/// <summary>Recognises key files that are no text by their first bytes.</summary>
internal static class BinarySecrets
{
    private const string Protected = "protected by a password";
    private const int Smallest = 16;

    /// <summary>The match for a binary content, over the whole head, or none.</summary>
    /// <param name="head">Its first bytes.</param>
    public static IReadOnlyList<Match> Detect(ReadOnlySpan<byte> head)
    {
        if (head.Length < Smallest)
        {
            return [];
        }

        Match? match = BinaryPrimitives.ReadUInt32BigEndian(head) switch
        {
            0xFEEDFEED or 0xCECECECE => OfJavaKeyStore(head),
            0x03D9A29A => OfKeePass(head),
            0x07020000 => OfStrongName(head),
            0x1EF1B5B0 => OfPvk(head),
            _ => head[0] == 5 ? OfKeytab(head) : head[0] >= 0x80 ? OfPgp(head) : OfParsed(head),
        };
        return match is null ? [] : [match];
    }

    /// <summary>Version, number of entries, then the tag of the first: 2 is a certificate, and such stores are mostly lists of trusted issuers.</summary>
    private static Match? OfJavaKeyStore(ReadOnlySpan<byte> head)
    {
        bool isStore = BinaryPrimitives.ReadUInt32BigEndian(head.Slice(4)) is 1 or 2;
        bool isTrust = BinaryPrimitives.ReadUInt32BigEndian(head.Slice(12)) == 2;
        return !isStore ? null
            : isTrust ? new Match(BinaryRules.JavaKeyStore, 0, head.Length, Confidence.Low, "its first entry is a certificate")
            : new Match(BinaryRules.JavaKeyStore, 0, head.Length, Confidence.Medium, Protected);
    }

    /// <summary>The second magic number tells KeePass 1, the pre-releases of 2, and 2.</summary>
    private static Match? OfKeePass(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadUInt32LittleEndian(head.Slice(4)) is 0xB54BFB65 or 0xB54BFB66 or 0xB54BFB67
        ? new Match(BinaryRules.KeePass, 0, head.Length, Confidence.Medium, Protected)
        : null;

    /// <summary>PRIVATEKEYBLOB of CryptoAPI: type 7, version 2, CALG_RSA_SIGN or CALG_RSA_KEYX, "RSA2".</summary>
    private static Match? OfStrongName(ReadOnlySpan<byte> head) =>
        head[4] == 0 && head[5] is 0x24 or 0xA4 && head.Slice(8).StartsWith("RSA2"u8)
            ? new Match(BinaryRules.StrongName, 0, head.Length, Confidence.VeryHigh, "a private key blob of CryptoAPI")
            : null;

    private static Match? OfPvk(ReadOnlySpan<byte> head)
    {
        bool isPvk = BinaryPrimitives.ReadUInt32LittleEndian(head.Slice(4)) == 0 && BinaryPrimitives.ReadUInt32LittleEndian(head.Slice(8)) is 1 or 2;
        bool encrypted = BinaryPrimitives.ReadUInt32LittleEndian(head.Slice(12)) != 0;
        return !isPvk ? null
            : encrypted ? new Match(KeyRules.Encrypted, 0, head.Length, Confidence.Low, Protected)
            : new Match(KeyRules.PrivateKey, 0, head.Length, Confidence.VeryHigh, "a PVK file that is not encrypted");
    }

    /// <summary>MIT's keytab of version 2: a record of plausible size with few name parts and a printable realm.</summary>
    private static Match? OfKeytab(ReadOnlySpan<byte> head)
    {
        int size = BinaryPrimitives.ReadInt32BigEndian(head.Slice(2));
        int parts = BinaryPrimitives.ReadUInt16BigEndian(head.Slice(6));
        int realm = BinaryPrimitives.ReadUInt16BigEndian(head.Slice(8));
        bool plausible = head[1] == 2 && size is > 16 and < 4096 && parts is > 0 and < 8 && realm is > 0 and < 256 && realm + 10 <= head.Length;
        for (int i = 10; plausible && i < 10 + realm; i++)
        {
            plausible = head[i] is > 0x20 and < 0x7F;
        }

        return plausible ? new Match(BinaryRules.Keytab, 0, head.Length, Confidence.High, "keys of a Kerberos principal") : null;
    }

    /// <summary>What <c>gpg --export-secret-keys</c> writes without its armor. Any byte may begin a binary file: the whole public part must read as one.</summary>
    private static Match? OfPgp(ReadOnlySpan<byte> head)
    {
        ParsedKey key = PgpSecretKey.Parse(head);
        return key.IsTruncated || key.Format == KeyFormat.None ? null
            : key.Format == KeyFormat.Encrypted ? new Match(KeyRules.Encrypted, 0, head.Length, Confidence.Low, "parses as an " + key.Name)
            : new Match(KeyRules.Pgp, 0, head.Length, Confidence.VeryHigh, "parses as an " + key.Name);
    }

    private static Match OfPkcs12(ReadOnlySpan<byte> head)
    {
        (Confidence confidence, string? reason) = Pkcs12Content.Judge(head);
        return new Match(BinaryRules.Pkcs12, 0, head.Length, confidence, reason);
    }

    private static Match? OfParsed(ReadOnlySpan<byte> head)
    {
        ParsedKey key = head[0] == DerReader.Sequence || head[0] == 'o' ? ParsedKey.Of(head) : ParsedKey.Unknown;
        return key.Format switch
        {
            KeyFormat.Container => OfPkcs12(head),
            KeyFormat.Encrypted => new Match(KeyRules.Encrypted, 0, head.Length, Confidence.Low, "parses as an " + key.Name),
            KeyFormat.Private => new Match(
                key.Name == "OpenSSH key" ? KeyRules.OpenSsh : KeyRules.PrivateKey,
                0,
                head.Length,
                key.IsTruncated ? Confidence.High : Confidence.VeryHigh,
                "parses as a " + key.Name),
            _ => null,
        };
    }
}
