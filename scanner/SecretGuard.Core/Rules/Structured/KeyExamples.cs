using System.Text;
using SecretGuard.Detection.KeyMaterial;

namespace SecretGuard.Rules.Structured;

/// <summary>Makes keys that have the right structure and random content: no one's key, and none that any mathematics would accept.</summary>
internal static class KeyExamples
{
    private static readonly byte[] Ed25519 = [0x2B, 0x65, 0x70];
    private static readonly byte[] Pbes2 = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D];

    public static byte[] Pkcs8(Random random) => Der(
        DerReader.Sequence,
        Der(DerReader.Integer, [0]),
        Der(DerReader.Sequence, Der(DerReader.ObjectIdentifier, Ed25519)),
        Der(DerReader.OctetString, Der(DerReader.OctetString, Bytes(random, 32))));

    public static byte[] EncryptedPkcs8(Random random) => Der(
        DerReader.Sequence,
        Der(DerReader.Sequence, Der(DerReader.ObjectIdentifier, Pbes2), Der(DerReader.Sequence, Der(DerReader.OctetString, Bytes(random, 16)))),
        Der(DerReader.OctetString, Bytes(random, 128)));

    public static byte[] Pkcs12(Random random) => Der(
        DerReader.Sequence,
        Der(DerReader.Integer, [3]),
        Der(
            DerReader.Sequence,
            Der(DerReader.ObjectIdentifier, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]),
            Der(DerReader.OctetString, Bytes(random, 200))),
        Der(DerReader.Sequence, Der(DerReader.OctetString, Bytes(random, 20)), Der(DerReader.Integer, [8, 0]))); // MAC, 2048 rounds

    public static byte[] OpenSsh(Random random, string cipher) =>
    [
        .. "openssh-key-v1\0"u8, .. Counted(Encoding.ASCII.GetBytes(cipher)), .. Counted(Encoding.ASCII.GetBytes(cipher == "none" ? "none" : "bcrypt")),
        .. Counted(cipher == "none" ? [] : Bytes(random, 24)), 0, 0, 0, 1, .. Counted(Bytes(random, 51)), .. Counted(Bytes(random, 136)),
    ];

    /// <summary>An EdDSA key packet of version 4; <paramref name="protection"/> is its S2K usage: 0 in the clear, 254 under a passphrase.</summary>
    public static byte[] Pgp(Random random, byte protection) =>
    [
        0x94, 88, 4, .. Bytes(random, 4), 22, 9, .. Bytes(random, 9), 1, 7, 0x40, .. Bytes(random, 32), protection, .. Bytes(random, 37),
    ];

    public static string Pem(string label, byte[] material)
    {
        string digits = Convert.ToBase64String(material);
        var text = new StringBuilder("-----BEGIN ").Append(label).Append("-----\n");
        for (int i = 0; i < digits.Length; i += 64)
        {
            text.Append(digits, i, Math.Min(64, digits.Length - i)).Append('\n');
        }

        return text.Append("-----END ").Append(label).Append("-----").ToString();
    }

    public static string ToBase64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    public static string GoogleServiceAccount(Random random) =>
        "{\n  \"type\": \"service_account\",\n  \"project_id\": \"p\",\n  \"private_key\": \""
        + Pem("PRIVATE KEY", Pkcs8(random)).Replace("\n", "\\n") + "\\n\",\n  \"client_email\": \"a@p.iam.gserviceaccount.com\"\n}";

    public static string Putty(Random random) =>
        "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: example\nPublic-Lines: 1\n" + Convert.ToBase64String(Bytes(random, 36))
        + "\nPrivate-Lines: 1\n" + Convert.ToBase64String(Bytes(random, 36)) + "\nPrivate-MAC: " + Hex(Bytes(random, 32));

    public static string Minisign(Random random) =>
        "untrusted comment: example secret key\n" + Convert.ToBase64String([.. "Ed\0\0B2"u8, .. new byte[48], .. Bytes(random, 104)]);

    public static string WireGuard(Random random)
    {
        byte[] scalar = Bytes(random, 32);
        scalar[0] &= 0xF8;
        scalar[31] = (byte)(scalar[31] & 0x3F | 0x40);
        return Convert.ToBase64String(scalar);
    }

    public static string Jwk(Random random) =>
        $"{{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"{Url(Bytes(random, 32))}\",\"x\":\"{Url(Bytes(random, 32))}\"}}";

    public static string JwkSymmetric(Random random) => $"{{\"kty\":\"oct\",\"k\":\"{Url(Bytes(random, 32))}\",\"alg\":\"HS256\"}}";

    public static string XmlRsa(Random random)
    {
        var text = new StringBuilder("<RSAKeyValue>");
        foreach ((string name, int length) in new[] { ("Modulus", 128), ("Exponent", 3), ("P", 64), ("Q", 64), ("DP", 64), ("DQ", 64), ("InverseQ", 64), ("D", 128) })
        {
            text.Append('<').Append(name).Append('>').Append(Convert.ToBase64String(Bytes(random, length))).Append("</").Append(name).Append('>');
        }

        return text.Append("</RSAKeyValue>").ToString();
    }

    public static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    public static byte[] Der(byte tag, params byte[][] parts)
    {
        byte[] content = [.. parts.SelectMany(part => part)];
        return content.Length < 0x80 ? [tag, (byte)content.Length, .. content]
            : content.Length < 0x100 ? [tag, 0x81, (byte)content.Length, .. content]
            : [tag, 0x82, (byte)(content.Length >> 8), (byte)content.Length, .. content];
    }

    private static byte[] Counted(byte[] value) => [0, 0, (byte)(value.Length >> 8), (byte)value.Length, .. value];

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(value => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
