using SecretGuard.Rules;

namespace SecretGuard.Detection.NamedValues;

/// <summary>The rules whose format many issuers share: they give a generic match its kind where the name or the line tells the issuer.</summary>
internal static class ContextualRules
{
    /// <summary>Letters of an issuer's word that names are looked for by.</summary>
    public const int ShortestWord = 5;

    // A value asks for them: most texts have none.
    private static readonly Lazy<List<ContextualFormat>> Formats = new(ContextualTable.Read);

    /// <summary>The words of issuers which names may hold without any of <paramref name="roots"/>. Short ones stand in too many words.</summary>
    public static IEnumerable<string> IssuerWords(IReadOnlyList<string> roots) =>
        Catalogue.Default.Rules.Where(rule => rule.Patterns.Count > 0).SelectMany(rule => rule.Near).Distinct(StringComparer.Ordinal)
            .Where(word => word.Length >= ShortestWord && word.All(char.IsLetter) && !roots.Any(word.Contains));

    /// <summary>The rule that this value belongs to, or null. <paramref name="wholeLine"/>: its word may stand anywhere before the value.</summary>
    public static Rule? Find(ScanContext context, NameSpan name, ReadOnlySpan<byte> value, bool wholeLine = true)
    {
        int start = wholeLine ? context.LineStart(name.Start, 200) : name.Start;
        ReadOnlySpan<byte> before = context.Text.Slice(start, name.End - start);
        foreach (ContextualFormat format in Formats.Value)
        {
            if (format.HasLength(value.Length) && format.IsNamed(before) && format.IsMatch(value))
            {
                return format.Rule;
            }
        }

        return null;
    }
}
