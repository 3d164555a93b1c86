using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Finds PEM under base64, as kubeconfig files, Kubernetes secrets and CI variables hold it.</summary>
internal sealed class Base64PemMatcher : Matcher
{
    private const int MaxBlocks = 16; // a chain of certificates may stand before the key

    public override IReadOnlyList<Signature> Signatures { get; } = [new("LS0tLS1CRUdJTi")]; // "-----BEGIN "

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        if (position < context.ReadUntil(Stretch.KeyMaterial) || !Boundary.IsStart(text, position))
        {
            return;
        }

        ArmorReader run = ArmorReader.ReadBare(text, position, ArmorReader.MaxText);
        context.MarkRead(Stretch.KeyMaterial, run.End);
        byte[] decoded = Base64Text.DecodeStart(run.Digits);
        int at = 0;
        for (int i = 0; i < MaxBlocks; i++)
        {
            int begin = decoded.AsSpan(at).IndexOf("-----BEGIN"u8);
            if (begin < 0)
            {
                return;
            }

            PemBlock? block = PemBlock.Read(decoded, at + begin + "-----BEGIN".Length, default, out at);
            if (block is not null)
            {
                Report(context, position, block, decoded);
                return;
            }
        }
    }

    /// <summary>The range ends with the digits that the block takes: the next line's first word may look like more of them.</summary>
    private static void Report(ScanContext context, int position, PemBlock block, byte[] decoded)
    {
        int last = block.End;
        while (last < decoded.Length && Ascii.IsNewLine(decoded[last]))
        {
            last++;
        }

        int end = BareKeyMatcher.EndOf(context.Text, position, last);
        int lineStart = context.LineStart(position, 64);
        bool kubeconfig = context.Text.Slice(lineStart, position - lineStart).IndexOf("client-key-data"u8) >= 0;
        Rule rule = kubeconfig && block.Rule != KeyRules.Encrypted ? KeyRules.KubernetesClientKey : block.Rule;
        context.Report(rule, position, end - position, block.Confidence, "base64 of PEM that " + block.Reason);
    }
}
