namespace SecretGuard.Rules;

/// <summary>Pieces of patterns that many issuers share.</summary>
internal static class Shape
{
    /// <summary>A GUID in lower case with hyphens.</summary>
    public const string Uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
}
