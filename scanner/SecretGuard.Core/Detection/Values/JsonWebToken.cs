namespace SecretGuard.Detection.Values;

/// <summary>JSON Web Tokens (RFC 7519) where they stand as the value of something.</summary>
internal static class JsonWebToken
{
    private const int LongestPayload = 2048;

    /// <summary>
    /// Whether this is a token of a tutorial: its subject counts from one to nine or it was issued to the Does. Decided by the decoded payload,
    /// so that every copy with another signature counts too.
    /// </summary>
    public static bool IsSample(ReadOnlySpan<byte> value)
    {
        if (!value.StartsWith("eyJ"u8))
        {
            return false;
        }

        int first = value.IndexOf((byte)'.');
        ReadOnlySpan<byte> rest = first < 0 ? value : value.Slice(first + 1);
        int second = rest.IndexOf((byte)'.');
        ReadOnlySpan<byte> payload = second < 0 ? rest : rest.Slice(0, second);
        if (payload.Length > LongestPayload)
        {
            return false;
        }

        ReadOnlySpan<byte> json = Base64Text.DecodeLoosely(payload);
        return json.IndexOf("\"1234567890\""u8) >= 0 || json.IndexOf("John Doe"u8) >= 0 || json.IndexOf("Jane Doe"u8) >= 0;
    }
}
