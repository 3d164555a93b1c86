using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Finds the keys of WireGuard configurations: 32 bytes in base64 after <c>PrivateKey =</c> or <c>PresharedKey =</c>.</summary>
internal sealed class WireGuardMatcher : Matcher
{
    private const int Digits = 43;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("PrivateKey"), new("PresharedKey")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int at = SkipSpaces(text, position + Signatures[signature].Literal.Length);
        if (at >= text.Length || text[at] != '=' || !Boundary.IsStart(text, position))
        {
            return;
        }

        at = SkipSpaces(text, at + 1);
        at += at < text.Length && text[at] is (byte)'"' or (byte)'\'' ? 1 : 0;
        if (!IsKey(text, at) || Diversity.IsStub(text.Slice(at, Digits)))
        {
            return;
        }

        byte[] key = Base64Text.DecodeStart(text.Slice(at, Digits));

        // Curve25519 scalars are clamped (RFC 7748, section 5); one of 32 random values looks so by chance.
        bool clamped = (key[0] & 7) == 0 && (key[31] & 0xC0) == 0x40;
        bool isPrivate = signature == 0;
        Confidence confidence = !isPrivate ? Confidence.High : clamped ? Confidence.VeryHigh : Confidence.Medium;
        context.Report(isPrivate ? KeyRules.WireGuardPrivate : KeyRules.WireGuardShared, at, Digits + 1, confidence, isPrivate && clamped ? "a clamped Curve25519 scalar" : null);
    }

    private static bool IsKey(ReadOnlySpan<byte> text, int at)
    {
        if (at + Digits >= text.Length || text[at + Digits] != '=' || !Boundary.IsEnd(text, at + Digits + 1))
        {
            return false;
        }

        foreach (byte value in text.Slice(at, Digits))
        {
            if (!Base64Text.IsDigit(value))
            {
                return false;
            }
        }

        return true;
    }

    private static int SkipSpaces(ReadOnlySpan<byte> text, int at)
    {
        for (int i = 0; i < 16 && at < text.Length && Ascii.IsSpace(text[at]); i++)
        {
            at++;
        }

        return at;
    }
}
