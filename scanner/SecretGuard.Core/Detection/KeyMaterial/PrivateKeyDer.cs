namespace SecretGuard.Detection.KeyMaterial;

/// <summary>
/// Tells private keys in DER from everything else: PKCS#8 (RFC 5208, RFC 5958), PKCS#1 (RFC 8017), SEC 1 (RFC 5915),
/// the DSA form of OpenSSL, and PKCS#12 (RFC 7292).
/// </summary>
internal static class PrivateKeyDer
{
    private const int SmallestModulus = 32; // 256 bits: below that it is no key that anybody used
    private const int LargestScalar = 72; // P-521 takes 66 bytes

    private static readonly (byte[] Oid, string Name)[] Algorithms =
    [
        ([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01], "RSA"),
        ([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A], "RSA-PSS"),
        ([0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01], "EC"),
        ([0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01], "DSA"),
        ([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x03, 0x01], "DH"),
        ([0x2B, 0x65, 0x6E], "X25519"),
        ([0x2B, 0x65, 0x6F], "X448"),
        ([0x2B, 0x65, 0x70], "Ed25519"),
        ([0x2B, 0x65, 0x71], "Ed448"),
    ];

    private static readonly byte[] Pkcs5Or12 = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01]; // 1.2.840.113549.1: .5 PBES, .12.1 PBE
    private static readonly byte[] Pkcs7Data = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01];

    /// <summary>Parses the first element of <paramref name="der"/>; what follows it is ignored.</summary>
    public static ParsedKey Parse(ReadOnlySpan<byte> der)
    {
        var outer = new DerReader(der);
        if (!outer.TryRead(DerReader.Sequence, out ReadOnlySpan<byte> content))
        {
            return ParsedKey.Unknown;
        }

        var inner = new DerReader(content);
        ParsedKey key = inner.NextTag switch
        {
            DerReader.Integer => ParseVersioned(ref inner),
            DerReader.Sequence => ParseUnversioned(ref inner),
            _ => ParsedKey.Unknown,
        };
        return key with { IsTruncated = outer.IsTruncated, Length = DerReader.TotalLength(der) };
    }

    private static ParsedKey ParseVersioned(ref DerReader reader)
    {
        if (!reader.TryRead(DerReader.Integer, out ReadOnlySpan<byte> version) || version.Length != 1)
        {
            // Two integers and no version: the public half of an RSA key.
            return version.Length >= SmallestModulus ? new ParsedKey(KeyFormat.Public, "RSA public key") : ParsedKey.Unknown;
        }

        return (version[0], reader.NextTag) switch
        {
            (0 or 1, DerReader.Sequence) => ParsePkcs8(ref reader),
            (0 or 1, DerReader.Integer) => ParseIntegers(ref reader),
            (1, DerReader.OctetString) => reader.TryRead(DerReader.OctetString, out ReadOnlySpan<byte> scalar) && scalar.Length is >= 14 and <= LargestScalar
                ? new ParsedKey(KeyFormat.Private, "SEC 1 EC key")
                : ParsedKey.Unknown,
            (3, DerReader.Sequence) => ParsePkcs12(ref reader),
            _ => ParsedKey.Unknown,
        };
    }

    private static ParsedKey ParsePkcs8(ref DerReader reader)
    {
        if (!reader.TryRead(DerReader.Sequence, out ReadOnlySpan<byte> algorithm)
            || !new DerReader(algorithm).TryRead(DerReader.ObjectIdentifier, out ReadOnlySpan<byte> oid)
            || !reader.TryRead(DerReader.OctetString, out ReadOnlySpan<byte> key) || key.Length < 16)
        {
            return ParsedKey.Unknown;
        }

        return new ParsedKey(KeyFormat.Private, "PKCS#8 " + NameOf(oid) + " key");
    }

    /// <summary>PKCS#1 is n, e, d and more; DSA is p, q, g, y, x. Only RSA has a small second number.</summary>
    private static ParsedKey ParseIntegers(ref DerReader reader)
    {
        if (!reader.TryRead(DerReader.Integer, out ReadOnlySpan<byte> first) || first.Length < SmallestModulus
            || !reader.TryRead(DerReader.Integer, out ReadOnlySpan<byte> second) || second.IsEmpty)
        {
            return ParsedKey.Unknown;
        }

        bool third = reader.TryRead(DerReader.Integer, out ReadOnlySpan<byte> value) && value.Length >= SmallestModulus / 2;
        return !third ? ParsedKey.Unknown
            : new ParsedKey(KeyFormat.Private, second.Length is >= 20 and <= 33 && first.Length != second.Length ? "DSA key" : "PKCS#1 RSA key");
    }

    private static ParsedKey ParsePkcs12(ref DerReader reader) =>
        reader.TryRead(DerReader.Sequence, out ReadOnlySpan<byte> info)
        && new DerReader(info).TryRead(DerReader.ObjectIdentifier, out ReadOnlySpan<byte> oid) && oid.SequenceEqual(Pkcs7Data)
            ? new ParsedKey(KeyFormat.Container, "PKCS#12 container")
            : ParsedKey.Unknown;

    private static ParsedKey ParseUnversioned(ref DerReader reader)
    {
        if (!reader.TryRead(DerReader.Sequence, out ReadOnlySpan<byte> first))
        {
            return ParsedKey.Unknown;
        }

        bool hasOid = new DerReader(first).TryRead(DerReader.ObjectIdentifier, out ReadOnlySpan<byte> oid);
        return reader.NextTag switch
        {
            DerReader.OctetString when hasOid && oid.StartsWith(Pkcs5Or12) => new ParsedKey(KeyFormat.Encrypted, "encrypted PKCS#8 key"),
            DerReader.BitString when hasOid => new ParsedKey(KeyFormat.Public, "public key"),
            DerReader.Sequence => new ParsedKey(KeyFormat.Public, "certificate"),
            _ => ParsedKey.Unknown,
        };
    }

    private static string NameOf(ReadOnlySpan<byte> oid)
    {
        foreach ((byte[] known, string name) in Algorithms)
        {
            if (oid.SequenceEqual(known))
            {
                return name;
            }
        }

        return "private";
    }
}
