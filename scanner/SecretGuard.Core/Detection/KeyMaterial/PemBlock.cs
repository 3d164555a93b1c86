using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>A verdict on one PEM block (RFC 7468) that claims to hold a private key.</summary>
/// <param name="Rule">Which kind of key.</param>
/// <param name="End">The byte after the END line.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Reason">What the parser saw.</param>
internal sealed record PemBlock(Rule Rule, int End, Confidence Confidence, string Reason)
{
    private const int MaxLabel = 60;
    private const int FewestDigits = 40;

    /// <summary>Judges the block whose label starts at <paramref name="labelStart"/>.</summary>
    /// <param name="text">The text, or what base64 stood for.</param>
    /// <param name="labelStart">The byte after <c>BEGIN</c>.</param>
    /// <param name="linePrefix">Marks that stand before BEGIN on its line.</param>
    /// <param name="end">Where the reading ended, also where there is no key.</param>
    public static PemBlock? Read(ReadOnlySpan<byte> text, int labelStart, ReadOnlySpan<byte> linePrefix, out int end)
    {
        end = labelStart;
        ReadOnlySpan<byte> label = text.Slice(labelStart, Math.Min(MaxLabel, text.Length - labelStart));
        int dashes = label.IndexOf("----"u8);
        if (dashes < 0 || label.Slice(0, dashes).IndexOf("PRIVATE"u8) < 0)
        {
            return null;
        }

        label = label.Slice(0, dashes);
        int start = labelStart + dashes;
        while (start < text.Length && text[start] == '-')
        {
            start++;
        }

        ArmorReader body = ArmorReader.ReadArmored(text, start, linePrefix);
        end = body.End;
        if (body.IsEncrypted || label.IndexOf("ENCRYPTED"u8) >= 0)
        {
            return end - start < FewestDigits || IsStub(body) ? null : Protected(end, "a passphrase protects it");
        }

        byte[] material = Base64Text.DecodeStart(body.Digits);
        bool isPgp = label.IndexOf("PGP"u8) >= 0;
        return Judge(isPgp ? PgpSecretKey.Parse(material) : ParsedKey.Of(material), isPgp, body);
    }

    private static PemBlock? Judge(ParsedKey key, bool isPgp, ArmorReader body)
    {
        if (body.Count < FewestDigits)
        {
            return null;
        }

        Rule rule = isPgp ? KeyRules.Pgp : key.Name == "OpenSSH key" ? KeyRules.OpenSsh : KeyRules.PrivateKey;
        switch (key.Format)
        {
            case KeyFormat.Encrypted:
                return Protected(body.End, "parses as an " + key.Name);
            case KeyFormat.Private when !key.IsTruncated:
                return new PemBlock(rule, body.End, body.IsClosed ? Confidence.VeryHigh : Confidence.High, "parses as a " + key.Name);
            case KeyFormat.Private when body.IsClosed || !IsElided(body.StoppedBy):
                return new PemBlock(rule, body.End, Confidence.Medium, "begins as a " + key.Name + " and is cut off");
            case KeyFormat.None when body.IsClosed && !IsStub(body):
                return new PemBlock(rule, body.End, Confidence.Medium, "framed as a private key, though its content does not parse");
            default:
                return null;
        }
    }

    private static PemBlock Protected(int end, string reason) => new(KeyRules.Encrypted, end, KeyRules.Encrypted.Confidence, reason);

    /// <summary>What documentation puts where the key was: dots, tags, variables.</summary>
    private static bool IsElided(byte stop) =>
        stop is (byte)'.' or (byte)'<' or (byte)'[' or (byte)'{' or (byte)'$' or (byte)'*' or (byte)'(' or (byte)'_' or >= 0x80;

    /// <summary>Base64 of random bytes mixes digits and both letter cases; prose, repeated characters and counted ones do not.</summary>
    private static bool IsStub(ArmorReader body)
    {
        ReadOnlySpan<byte> head = body.Digits.Slice(0, Math.Min(200, body.Count));
        bool digit = false, upper = false, lower = false;
        foreach (byte value in head)
        {
            digit |= Ascii.IsDigit(value);
            upper |= Ascii.IsUpper(value);
            lower |= Ascii.IsLower(value);
        }

        return IsElided(body.StoppedBy) || (head.Length > 0 && (!digit || !upper || !lower || Diversity.IsStub(head)));
    }
}
