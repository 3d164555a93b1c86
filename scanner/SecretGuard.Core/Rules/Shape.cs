namespace SecretGuard.Rules;

/// <summary>Pieces of patterns that many issuers share.</summary>
internal static class Shape
{
    /// <summary>A GUID in lower case with hyphens.</summary>
    public const string Uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /// <summary>A letter or digit.</summary>
    public const string Alnum = "[0-9A-Za-z]";

    /// <summary>A hexadecimal digit in lower case.</summary>
    public const string Hex = "[0-9a-f]";

    /// <summary>A digit of the URL-safe base 64.</summary>
    public const string Url64 = "[0-9A-Za-z_-]";

    /// <summary>A digit of base 64.</summary>
    public const string Base64 = "[0-9A-Za-z+/]";
}
