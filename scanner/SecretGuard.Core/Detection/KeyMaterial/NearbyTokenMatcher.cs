using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>
/// Finds tokens whose format has no literal to look for, but a checksum that rules out chance: on the rest of a line that holds one
/// of the rule's words.
/// </summary>
internal sealed class NearbyTokenMatcher(Rule rule) : Matcher
{
    private const int Reach = 200;

    public override IReadOnlyList<Signature> Signatures { get; } = [.. rule.Near.Select(word => new Signature(word, IgnoreCase: true))];

    public override void Examine(ScanContext context, int position, int signature)
    {
        int from = position + Signatures[signature].Literal.Length;
        ReadOnlySpan<byte> line = context.Text.Slice(0, context.LineEnd(from, Reach));
        for (int start = from; start < line.Length; start++)
        {
            int end = start;
            while (end < line.Length && Ascii.IsAlphanumeric(line[end]))
            {
                end++;
            }

            ReadOnlySpan<byte> word = line.Slice(start, end - start);
            if (word.Length > 40 && rule.Patterns[0].IsMatch(word) && rule.Checksum!.Check(word) == Validity.Valid)
            {
                context.Report(rule, start, word.Length, Confidence.VeryHigh, "checksum valid");
                return;
            }

            start = end;
        }
    }
}
