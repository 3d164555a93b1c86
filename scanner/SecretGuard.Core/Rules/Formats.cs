namespace SecretGuard.Rules;

/// <summary>Parts of formats that many issuers use, in the language of <see cref="TokenPattern"/>.</summary>
internal static class Formats
{
    /// <summary>A UUID in lower case.</summary>
    public const string Uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /// <summary>128 bits in lower-case hex.</summary>
    public const string Hex32 = "[0-9a-f]{32}";

    /// <summary>160 bits in lower-case hex.</summary>
    public const string Hex40 = "[0-9a-f]{40}";

    /// <summary>256 bits in lower-case hex.</summary>
    public const string Hex64 = "[0-9a-f]{64}";
}
