using SecretGuard.Detection.Names;
using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Http;

/// <summary>A user and a password that code encodes on the spot, without a word of HTTP beside them: <c>base64Encode(utf8.encode('user:value'))</c>, <c>"user:value".toBase64()</c>.</summary>
internal sealed class EncodedPairMatcher : Matcher
{
    private const int Reach = 160;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("base64", IgnoreCase: true), new("btoa("), new("encode64("), new("b64encode(")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (context.Syntax is not (FileSyntax.Code or FileSyntax.PowerShell or FileSyntax.Markup))
        {
            return;
        }

        ReadOnlySpan<byte> text = context.Text;
        int at = context.LineStart(position, Reach), end = context.LineEnd(position, Reach);
        while (at < end)
        {
            if (text[at] is (byte)'"' or (byte)'\'' or (byte)'`' && Quotes.TryRead(text, at, out int start, out int length, out int after))
            {
                if (start > position || start + length < position)
                {
                    Report(context, start, length);
                }

                at = after;
            }
            else
            {
                at++;
            }
        }
    }

    private static void Report(ScanContext context, int start, int length)
    {
        ReadOnlySpan<byte> pair = context.Text.Slice(start, length);
        if (!UserPair.TryReadPair(pair, out int colon) || context.Text.Slice(0, start - 1).EndsWith("class="u8))
        {
            return;
        }

        ReadOnlySpan<byte> password = pair.Slice(colon + 1);
        ValueShape shape = ValueShape.Of(password);
        if (shape.Letters > 0 && shape.Digits > 0 && shape.Spaces == 0 && !Quotes.IsQuote(password[0]) && !pair.StartsWith("data:"u8) && !AsciiText.ContainsIgnoreCase(pair, "base64") && ValueJudge.Judge(password, new ValueContext(NameKind.Password, Quoted: true, context.Syntax, context.Place)) is not null
            && BasicCredentials.JudgePair(pair.Slice(0, colon), password, context.Place) is { } confidence)
        {
            context.Report(HttpRules.Basic, start + colon + 1, password.Length, confidence == Confidence.High ? Confidence.Medium : confidence);
        }
    }
}
