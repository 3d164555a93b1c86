using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Finds the Base64 of Java's key stores, as deployments carry them: <c>keystore.jks: /u3+7Q…</c>.</summary>
internal sealed class KeyStoreMatcher : Matcher
{
    private const int HeadDigits = 32;
    private const int MostDigits = 256 * 1024;
    private const int LeastDigits = 128;

    /// <summary>The magic number of JKS and of JCEKS, then version 1 or 2.</summary>
    public override IReadOnlyList<Signature> Signatures { get; } = [new("/u3+7QAAAAE"), new("/u3+7QAAAAI"), new("zs7OzgAAAAE"), new("zs7OzgAAAAI")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        if (position < context.ReadUntil(Stretch.KeyMaterial) || !Boundary.IsStart(text, position))
        {
            return;
        }

        int end = position;
        while (end < text.Length && end - position < MostDigits && Base64Text.IsDigit(text[end]))
        {
            end++;
        }

        while (end < text.Length && text[end] == '=')
        {
            end++;
        }

        context.MarkRead(Stretch.KeyMaterial, end);
        if (end - position >= LeastDigits && BinarySecrets.Detect(Base64Text.DecodeStart(text.Slice(position, HeadDigits))) is { Count: 1 } stores)
        {
            context.Report(stores[0].Rule, position, end - position, stores[0].Confidence, stores[0].Reason);
        }
    }
}
