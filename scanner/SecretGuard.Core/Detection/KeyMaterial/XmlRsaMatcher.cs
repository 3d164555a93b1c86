using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Finds the private exponent of <c>RSAKeyValue</c> elements, plain or escaped; public ones have none.</summary>
internal sealed class XmlRsaMatcher : Matcher
{
    private const int MaxElement = 16 * 1024;
    private const int FewestDigits = 40;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("RSAKeyValue>"), new("RSAKeyValue&gt;")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> tag = signature == 0 ? "<D>"u8 : "&lt;D&gt;"u8;
        int start = position + Signatures[signature].Literal.Length;
        ReadOnlySpan<byte> element = context.Text.Slice(start, Math.Min(MaxElement, context.Length - start));
        int end = element.IndexOf("RSAKeyValue"u8);
        element = end < 0 ? element : element.Slice(0, end);
        int exponent = element.IndexOf(tag);
        if (exponent < 0)
        {
            return;
        }

        int value = start + exponent + tag.Length;
        ArmorReader run = ArmorReader.ReadBare(context.Text.Slice(0, start + element.Length), value, MaxElement);
        if (run.Count >= FewestDigits && !Diversity.IsStub(run.Digits.Slice(0, FewestDigits)))
        {
            int length = BareKeyMatcher.EndOf(context.Text, value, Base64Text.DecodedLength(run.Count)) - value;
            context.Report(KeyRules.XmlRsa, value, length, Confidence.VeryHigh, "private exponent of an RSA key");
        }
    }
}
