using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Finds signed (JWS) and encrypted (JWE) tokens and decides by their decoded header and claims what they are.</summary>
internal sealed class JsonWebTokenMatcher : Matcher
{
    private const int MaxHeader = 8 * 1024; // certificates in x5c
    private const int MaxPart = 64 * 1024;
    private const int FewestHeaderDigits = 14; // {"alg":"x"}
    private const int FewestDigits = 20; // of a signature or tag, and of a payload that is not understood

    public override IReadOnlyList<Signature> Signatures { get; } = [new("eyJ")]; // {"

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        if (!IsStart(text, position))
        {
            return;
        }

        int header = PartLength(text, position, MaxHeader);
        int second = position + header + 1;
        if (header < FewestHeaderDigits || second >= text.Length || text[second - 1] != '.')
        {
            return;
        }

        int payload = PartLength(text, second, MaxPart);
        int third = second + payload + 1;
        if (third > text.Length || text[third - 1] != '.')
        {
            return;
        }

        int last = PartLength(text, third, MaxPart);
        int end = third + last;
        if (end + 1 < text.Length && text[end] == '.' && Base64Text.IsUrlDigit(text[end + 1]))
        {
            ExamineEncrypted(context, position, header, end + 1);
        }
        else if (payload > 0 && last is 0 or >= FewestDigits)
        {
            Judge(context, position, text.Slice(position, header), text.Slice(second, payload), text.Slice(third, last));
        }
    }

    /// <summary>Nothing of the alphabet of tokens before it, and no earlier part: this also keeps the work linear.</summary>
    private static bool IsStart(ReadOnlySpan<byte> text, int position) =>
        position == 0 || (Boundary.IsStart(text, position) && text[position - 1] is not ((byte)'-' or (byte)'_')
            && (text[position - 1] != '.' || position == 1 || !Base64Text.IsUrlDigit(text[position - 2])));

    private static int PartLength(ReadOnlySpan<byte> text, int start, int most)
    {
        int at = start, end = (int)Math.Min(text.Length, (long)start + most);
        while (at < end && Base64Text.IsUrlDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }

    private static void Judge(ScanContext context, int start, ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature)
    {
        int length = header.Length + payload.Length + signature.Length + 2;
        var claims = default(JsonWebTokenClaims);
        bool isHeader = claims.ReadHeader(Base64Text.DecodeStart(header));
        if (isHeader && claims.Algorithm.IsEmpty)
        {
            return; // some other JSON: a session cookie with its time and signature
        }

        if (!isHeader || !claims.ReadPayload(Base64Text.DecodeStart(payload)))
        {
            if (payload.Length >= FewestDigits && signature.Length > 0 && !Diversity.IsStub(signature) && !IsElided(payload))
            {
                context.Report(JsonWebTokenRules.Any, start, length, Confidence.Medium, "shaped as a JSON Web Token");
            }

            return;
        }

        Rule? rule = IsPublicSample(claims) ? null : JsonWebTokenRules.Of(claims);
        if (rule is null || (signature.Length > 0 && Diversity.IsStub(signature)))
        {
            return;
        }

        bool signed = signature.Length > 0 && !claims.Algorithm.SequenceEqual("none"u8);
        string expiry = claims.ExpiryDate() is { } date ? "expires " + date : "does not expire";
        Confidence confidence = !signed ? Confidence.Low : rule == JsonWebTokenRules.Any ? Confidence.High : Confidence.VeryHigh;
        context.Report(rule, start, length, confidence, signed ? expiry : "not signed, " + expiry, isHarmless: !signed);
    }

    /// <summary>JWE: header, key, initialisation vector, ciphertext, tag. The third part ended before <paramref name="fourth"/>.</summary>
    private static void ExamineEncrypted(ScanContext context, int start, int header, int fourth)
    {
        ReadOnlySpan<byte> text = context.Text;
        int fifth = fourth + PartLength(text, fourth, MaxPart) + 1;
        var claims = default(JsonWebTokenClaims);
        if (fifth >= text.Length || text[fifth - 1] != '.' || !claims.ReadHeader(Base64Text.DecodeStart(text.Slice(start, header))) || claims.Algorithm.IsEmpty)
        {
            return;
        }

        int tag = PartLength(text, fifth, MaxPart);
        if (tag >= FewestDigits && !Diversity.IsStub(text.Slice(fifth, tag)))
        {
            context.Report(JsonWebTokenRules.Any, start, fifth + tag - start, Confidence.Medium, "encrypted token");
        }
    }

    /// <summary>The sample that every introduction shows: any two of its three claims.</summary>
    private static bool IsPublicSample(JsonWebTokenClaims claims) =>
        (claims.Subject.SequenceEqual("1234567890"u8) ? 1 : 0) + (claims.Name.SequenceEqual("John Doe"u8) ? 1 : 0) + (claims.IssuedAt == 1516239022 ? 1 : 0) >= 2;

    private static bool IsElided(ReadOnlySpan<byte> payload) => !payload.StartsWith("ey"u8) && Diversity.IsStub(payload.Slice(0, Math.Min(64, payload.Length)));
}
