using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>Selects objects by their labels, as Kubernetes has it: <c>a=b</c>, <c>a!=b</c>, <c>a in (b, c)</c>, <c>a notin (b)</c>, <c>a</c> and <c>!a</c>, with commas between them.</summary>
internal static class LabelSelector
{
    private const string In = " in ", NotIn = " notin ";

    /// <summary>Whether labels or annotations are what a selector asks for; none asks for nothing.</summary>
    public static bool Selects(string? selector, YamlValue labels) => selector is null || Requirements(selector).All(requirement => Holds(requirement, labels));

    private static bool Holds(string requirement, YamlValue labels)
    {
        foreach ((string sign, bool isWanted) in (ReadOnlySpan<(string, bool)>)[(NotIn, false), (In, true), ("!=", false), ("==", true), ("=", true)])
        {
            int at = requirement.IndexOf(sign, StringComparison.Ordinal);
            if (at >= 0)
            {
                string[] values = requirement[(at + sign.Length)..].Trim().TrimStart('(').TrimEnd(')').Split(',', StringSplitOptions.TrimEntries);
                return values.Contains(labels.TextOf(requirement[..at].Trim()) ?? "", StringComparer.Ordinal) == isWanted;
            }
        }

        bool isUnwanted = requirement.StartsWith('!');
        return (labels[requirement.TrimStart('!').Trim()] == YamlValue.Nothing) == isUnwanted;
    }

    /// <summary>Parts of a selector between commas that stand in no parentheses.</summary>
    private static IEnumerable<string> Requirements(string selector)
    {
        int start = 0, depth = 0;
        for (int i = 0; i <= selector.Length; i++)
        {
            char sign = i < selector.Length ? selector[i] : ',';
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (i == selector.Length || (sign == ',' && depth == 0))
            {
                if (selector[start..i].Trim() is { Length: > 0 } requirement)
                {
                    yield return requirement;
                }

                start = i + 1;
            }
        }
    }
}
