namespace SecretGuard.Triage;

/// <summary>What may be shown of a secret: a prefix that its format makes public, and its length.</summary>
internal static class Redaction
{
    /// <summary>What a masked secret looks like inside a line.</summary>
    public const string Mask = "[secret]";

    /// <summary>A preview such as <c>ghp_… (40 characters)</c>. <paramref name="publicPrefix"/> is the part that every token of the kind has.</summary>
    public static string Preview(string publicPrefix, int characters) =>
        $"{publicPrefix}… ({characters} character{(characters == 1 ? "" : "s")})";
}
