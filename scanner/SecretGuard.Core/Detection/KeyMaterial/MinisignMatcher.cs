using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>
/// Finds secret keys of minisign ("Ed", key derivation, "B2", …: 158 bytes) and of OpenBSD's signify ("Ed", "BK", rounds, …: 104 bytes).
/// Public keys and signatures begin with "Ed" too, but not with these six bytes.
/// </summary>
internal sealed class MinisignMatcher : Matcher
{
    private const int MinisignLength = 158;
    private const int SignifyLength = 104;

    // "EdScB2", "Ed\0\0B2", "EdBK\0\0"
    public override IReadOnlyList<Signature> Signatures { get; } = [new("RWRTY0Iy"), new("RWQAAEIy"), new("RWRCSwAA")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        int length = signature == 2 ? SignifyLength : MinisignLength;
        if (position < context.ReadUntil(Stretch.KeyMaterial) || !Boundary.IsStart(context.Text, position))
        {
            return;
        }

        ArmorReader run = ArmorReader.ReadBare(context.Text, position, Base64Text.EncodedLength(length));
        context.MarkRead(Stretch.KeyMaterial, run.End);
        byte[] key = Base64Text.DecodeStart(run.Digits);
        if (key.Length != length || Diversity.IsStub(run.Digits.Slice(run.Count - 60)))
        {
            return;
        }

        bool encrypted = signature == 0 || (signature == 2 && (key[4] | key[5] | key[6] | key[7]) != 0);
        int end = BareKeyMatcher.EndOf(context.Text, position, length);
        context.Report(
            encrypted ? KeyRules.Encrypted : KeyRules.Minisign,
            position,
            end - position,
            encrypted ? Confidence.Low : Confidence.VeryHigh,
            encrypted ? "a passphrase protects it" : "parses as an Ed25519 signing key");
    }
}
