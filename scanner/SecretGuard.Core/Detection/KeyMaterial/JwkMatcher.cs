using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Finds private and symmetric JSON Web Keys (RFC 7517, RFC 7518, RFC 8037), in JSON, in escaped JSON and in object literals.</summary>
internal sealed class JwkMatcher : Matcher
{
    private const int Reach = 4096; // an RSA key of 4,096 bits takes 3.2 KB
    private const int FewestDigits = 20;

    internal override bool LooksFar => true;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("kty")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        if (position < context.ReadUntil(Stretch.JsonWebKey) || !TryReadMember(text, position, "kty".Length, out int type, out int typeEnd))
        {
            return;
        }

        ReadOnlySpan<byte> kind = text.Slice(type, typeEnd - type);
        bool symmetric = kind.SequenceEqual("oct"u8);
        if (!symmetric && !kind.SequenceEqual("RSA"u8) && !kind.SequenceEqual("EC"u8) && !kind.SequenceEqual("OKP"u8))
        {
            return;
        }

        (int from, int to) = ObjectAround(text, position);
        context.MarkRead(Stretch.JsonWebKey, to);
        byte name = symmetric ? (byte)'k' : (byte)'d';
        for (int at = from; at < to; at++)
        {
            int next = text.Slice(at, to - at).IndexOf(name);
            if (next < 0)
            {
                return;
            }

            at += next;
            if (TryReadMember(text, at, 1, out int value, out int end) && end - value >= FewestDigits && end <= to
                && !Diversity.IsStub(text.Slice(value, Math.Min(64, end - value))))
            {
                context.Report(symmetric ? KeyRules.JwkSymmetric : KeyRules.JwkPrivate, value, end - value, Confidence.VeryHigh, symmetric ? "member k of a JWK" : "member d of a JWK");
                return;
            }
        }
    }

    /// <summary>The object that holds the position: keys are flat, so the nearest braces are its own.</summary>
    private static (int From, int To) ObjectAround(ReadOnlySpan<byte> text, int position)
    {
        int from = Math.Max(0, position - Reach);
        int open = text.Slice(from, position - from).LastIndexOfAny((byte)'{', (byte)'}');
        from = open < 0 ? from : from + open;
        int most = Math.Min(Reach, text.Length - position);
        int close = text.Slice(position, most).IndexOfAny((byte)'{', (byte)'}');
        return (from, position + (close < 0 ? most : close));
    }

    /// <summary>Reads <c>name: "value"</c> with or without quotes and backslashes around the name; values are base64url.</summary>
    private static bool TryReadMember(ReadOnlySpan<byte> text, int name, int length, out int start, out int end)
    {
        start = end = 0;
        if (name > 0 && (Ascii.IsAlphanumeric(text[name - 1]) || text[name - 1] is (byte)'_' or (byte)'-' or (byte)'+' or (byte)'/'))
        {
            return false;
        }

        int at = name + length;
        at = Skip(text, at, "\\\"' "u8);
        if (at >= text.Length || text[at] is not ((byte)':' or (byte)'='))
        {
            return false;
        }

        start = Skip(text, at + 1, "\\\"' >"u8);
        end = start;
        while (end < text.Length && end - start < Reach && Base64Text.IsUrlDigit(text[end]))
        {
            end++;
        }

        return end > start && end < text.Length && text[end] is (byte)'"' or (byte)'\'' or (byte)'\\' or (byte)'=';
    }

    private static int Skip(ReadOnlySpan<byte> text, int at, ReadOnlySpan<byte> members)
    {
        int most = Math.Min(text.Length, at + 12);
        while (at < most && members.IndexOf(text[at]) >= 0)
        {
            at++;
        }

        return at;
    }
}
