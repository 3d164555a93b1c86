using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Finds the base64 of private keys without the lines of PEM around it.</summary>
internal sealed class BareKeyMatcher : Matcher
{
    private const int HeadDigits = 16;
    private const int ContainerDigits = 64;
    private const int MaxContainer = 64 * 1024;
    private const int MaxKey = 12 * 1024; // an RSA key of 16,384 bits takes 9.3 KB

    // A SEQUENCE of two length bytes; then those of one or no length byte, each with its version number.
    public override IReadOnlyList<Signature> Signatures { get; } =
    [
        new("MII"),
        new("MHcCAQEE"), new("MHQCAQEE"), new("MDECAQEE"), new("MIGkAgEB"), new("MIHcAgEB"), // SEC 1: P-256, secp256k1, P-384, P-521
        new("MIGHAgEA"), new("MIGEAgEA"), new("MIG2AgEA"), new("MIHuAgEA"), new("MEECAQAw"), // PKCS#8 of the same curves
        new("MC4CAQAw"), new("MEcCAQAw"), new("MFECAQEw"), new("MHICAQEw"), // PKCS#8: Ed25519, X25519, Ed448
        new("b3BlbnNzaC1rZXktdjEA"), // openssh-key-v1
    ];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        if ((signature == 0 && !HasVersion(text, position)) || position < context.ReadUntil(Stretch.KeyMaterial) || !Boundary.IsStart(text, position)
            || (position > 0 && text[position - 1] is (byte)'+' or (byte)'/'))
        {
            return;
        }

        int most = MaxKey, length = signature == Signatures.Count - 1 ? MaxKey : DerReader.TotalLength(Base64Text.DecodeStart(ArmorReader.ReadBare(text, position, HeadDigits).Digits));
        if (length > MaxKey)
        {
            // Containers hold chains of certificates. No key is so long: what does not begin as one is not read.
            most = ParsedKey.Of(Base64Text.DecodeStart(ArmorReader.ReadBare(text, position, ContainerDigits).Digits)).Format == KeyFormat.Container ? MaxContainer : MaxKey;
        }

        if (length < 32 || length > most)
        {
            return;
        }

        ArmorReader run = ArmorReader.ReadBare(text, position, Base64Text.EncodedLength(length));
        context.MarkRead(Stretch.KeyMaterial, run.End);
        byte[] bytes = Base64Text.DecodeStart(run.Digits);
        ParsedKey key = ParsedKey.Of(bytes);
        if (key is { Format: KeyFormat.Container, IsTruncated: false })
        {
            (Confidence confidence, string? reason) = Pkcs12Content.Judge(bytes);
            context.Report(BinaryRules.Pkcs12, position, EndOf(text, position, key.Length) - position, confidence, reason);
        }
        else if (key.Format is KeyFormat.Private or KeyFormat.Encrypted && !key.IsTruncated)
        {
            Report(context, position, key);
        }
    }

    /// <summary>The end of the base64 of so many bytes at <paramref name="position"/>, padding included.</summary>
    public static int EndOf(ReadOnlySpan<byte> text, int position, int bytes)
    {
        int end = ArmorReader.ReadBare(text, position, Base64Text.EncodedLength(bytes)).End;
        for (int i = 0; i < 2 && end < text.Length && text[end] == '='; i++)
        {
            end++;
        }

        return end;
    }

    private static void Report(ScanContext context, int position, ParsedKey key)
    {
        Rule rule = key.Format == KeyFormat.Encrypted ? KeyRules.Encrypted : key.Name == "OpenSSH key" ? KeyRules.OpenSsh : KeyRules.PrivateKey;
        Confidence confidence = key.Format == KeyFormat.Encrypted ? Confidence.Low : Confidence.VeryHigh;
        context.Report(rule, position, EndOf(context.Text, position, key.Length) - position, confidence, "base64 that parses as a " + key.Name);
    }

    /// <summary>INTEGER 0 or 1 after the length: certificates and public keys have a SEQUENCE there.</summary>
    private static bool HasVersion(ReadOnlySpan<byte> text, int position) =>
        position + HeadDigits <= text.Length && text[position + 6] == 'I' && text[position + 7] == 'B' && text[position + 8] == 'A';
}
