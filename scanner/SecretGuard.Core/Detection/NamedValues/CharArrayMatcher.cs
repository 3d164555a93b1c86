using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.NamedValues;

/// <summary>Literals that Java turns into an array of characters, which is how it wants its passwords: <c>"value".toCharArray()</c>.</summary>
internal sealed class CharArrayMatcher : Matcher
{
    private const int Longest = 64;

    internal override bool LooksFar => true;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("\".toCharArray(")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        int least = Math.Max(context.LineStart(position, Longest), position - Longest);
        int open = context.Text.Slice(least, position - least).LastIndexOf((byte)'"');
        ReadOnlySpan<byte> value = open < 0 ? default : context.Text.Slice(least + open + 1, position - least - open - 1);
        ValueShape shape = ValueShape.Of(value);

        // Alphabets and sample texts are split into characters too.
        bool chosen = shape.Letters > 0 && shape.Digits > 0 && shape.Spaces == 0 && shape.Distinct * 4 > value.Length && value.IndexOf((byte)'\\') < 0;
        if (chosen && ValueJudge.Judge(value, new ValueContext(NameKind.Password, Quoted: true, context.Syntax, context.Place)) is { } confidence)
        {
            context.Report(GenericRules.For(NameKind.Password), position - value.Length, value.Length, confidence, "made an array of characters");
        }
    }
}
