using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.NamedValues;

/// <summary>Finds what the arms of a switch give for a secret: <c>PasswordFor(x) => x switch { "a" => "…" }</c>, Kotlin's <c>token = when (x) { "a" -> "…" }</c>.</summary>
internal sealed class SwitchArmMatcher : Matcher
{
    private const int Window = 1024;
    private const int LookBack = 160;

    /// <summary>Words after which the name of a method says for what it gives a secret.</summary>
    private static readonly WordSet Prepositions = WordSet.Of("by for from in of");

    internal override bool LooksFar => true;

    public override IReadOnlyList<Signature> Signatures { get; } = [new(" switch"), new("when (")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int open = position + Signatures[signature].Literal.Length, most = Math.Min(text.Length, open + LookBack);
        int brace = context.Syntax == FileSyntax.Code ? text.Slice(open, most - open).IndexOfAny((byte)'{', (byte)';') : -1;
        if (brace < 0 || text[open + brace] != '{')
        {
            return;
        }

        NameKind kind = NameBefore(context, position);
        if (!NameJudge.IsSecret(kind))
        {
            return;
        }

        int close = text.Slice(open + brace, Math.Min(Window, text.Length - open - brace)).IndexOf((byte)'}'), end = close < 0 ? text.Length : open + brace + close;
        for (int at = open + brace; at + 2 < end; at++)
        {
            bool arrow = text[at] is (byte)'=' or (byte)'-' && text[at + 1] == '>';
            if (arrow && Quotes.TryRead(text, AsciiText.SkipSpaces(text, at + 2, end), out int start, out int length, out int after))
            {
                Judge(context, start, length, kind);
                at = after;
            }
        }
    }

    /// <summary>What the method or the variable promises that the switch is the value of.</summary>
    private static NameKind NameBefore(ScanContext context, int position)
    {
        ReadOnlySpan<byte> text = context.Text;
        int from = Math.Max(0, position - LookBack);
        ReadOnlySpan<byte> head = text.Slice(from, position - from);
        head = head.Slice(head.LastIndexOfAny((byte)';', (byte)'}', (byte)'{') + 1);
        int parenthesis = head.IndexOf((byte)'('), sign = head.IndexOf((byte)'='), end = parenthesis > 0 && (sign < 0 || parenthesis < sign) ? parenthesis : sign;
        if (end <= 0)
        {
            return NameKind.None;
        }

        ReadOnlySpan<byte> name = head.Slice(0, end).TrimEndSpaces();
        name = name.Slice(name.LastIndexOf((byte)' ') + 1);
        List<string> words = NameTokens.Split(name);
        int last = words.FindIndex(word => Prepositions.Contains(word));
        return NameJudge.JudgeCall(last > 0 ? name.Slice(0, LengthOf(words, last)) : name);
    }

    /// <summary>How many bytes the first words take where nothing divides them.</summary>
    private static int LengthOf(List<string> words, int count)
    {
        int length = 0;
        for (int i = 0; i < count; i++)
        {
            length += words[i].Length;
        }

        return length;
    }

    private static void Judge(ScanContext context, int start, int length, NameKind kind)
    {
        ReadOnlySpan<byte> value = context.Text.Slice(start, length);
        if (ValueJudge.Judge(value, new ValueContext(kind, Quoted: true, context.Syntax, context.Place)) is { } confidence and > Confidence.Low
            && (kind != NameKind.Password || ValueShape.Of(value).Digits > 0))
        {
            context.Report(GenericRules.For(kind), start, length, confidence, "arm of a switch that gives a secret");
        }
    }
}
