namespace SecretGuard.Detection.KeyMaterial;

/// <summary>What decoded key material turned out to be.</summary>
internal enum KeyFormat
{
    /// <summary>No private key that is known here.</summary>
    None,

    /// <summary>A private key in the clear.</summary>
    Private,

    /// <summary>A private key under a passphrase.</summary>
    Encrypted,

    /// <summary>A PKCS#12 container.</summary>
    Container,

    /// <summary>A public key or a certificate.</summary>
    Public,
}

/// <summary>The outcome of parsing key material.</summary>
/// <param name="Format">What it is.</param>
/// <param name="Name">For people: "PKCS#8 RSA key".</param>
/// <param name="IsTruncated">Whether the material ended early.</param>
/// <param name="Length">Bytes that the key takes, or 0 where the format does not tell.</param>
internal readonly record struct ParsedKey(KeyFormat Format, string Name, bool IsTruncated = false, int Length = 0)
{
    public static readonly ParsedKey Unknown = new(KeyFormat.None, "");

    /// <summary>Tells the format from the content alone: labels lie.</summary>
    public static ParsedKey Of(ReadOnlySpan<byte> material)
    {
        ParsedKey key = OpenSshKey.Parse(material);
        return key.Format == KeyFormat.None ? PrivateKeyDer.Parse(material) : key;
    }
}
