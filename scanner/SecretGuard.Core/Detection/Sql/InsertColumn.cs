using SecretGuard.Detection.Names;

namespace SecretGuard.Detection.Sql;

/// <summary>What the name of a column says about its values.</summary>
/// <param name="Kind">The kind of secret that it promises.</param>
/// <param name="IsValue">Whether it holds the values of settings, whose names stand in the column before.</param>
/// <param name="IsSalt">Whether it holds salts, so that the passwords beside them are hashes.</param>
internal readonly record struct InsertColumn(NameKind Kind, bool IsValue, bool IsSalt)
{
    private static readonly WordSet ValueColumns = WordSet.Of(
        "configvalue content data metavalue optionvalue setting settingvalue v val value");

    public bool IsSecret => NameJudge.IsSecret(Kind);

    public static InsertColumn Named(ReadOnlySpan<byte> name)
    {
        Span<byte> folded = stackalloc byte[Math.Min(32, name.Length)];
        int length = 0;
        foreach (byte b in name)
        {
            if (Ascii.IsAlphanumeric(b) && length < folded.Length)
            {
                folded[length++] = b;
            }
        }

        return new InsertColumn(NameJudge.Judge(name), ValueColumns.Contains(folded.Slice(0, length)), AsciiText.ContainsIgnoreCase(name, "salt"));
    }
}
