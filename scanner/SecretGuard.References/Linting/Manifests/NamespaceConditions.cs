using System.Text.RegularExpressions;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>From which namespaces a ClusterSecretStore may be used: its <c>conditions</c>, of which one must hold.</summary>
internal static class NamespaceConditions
{
    private const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>Whether a namespace is surely left out. What depends on labels that nobody says is not sure.</summary>
    /// <param name="conditions">The list of the store.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="labels">Its labels as a manifest says them; null where none does.</param>
    public static bool Exclude(YamlValue conditions, string space, YamlValue? labels) =>
        conditions.Items.Count > 0 && conditions.Items.All(condition => !condition["namespaces"].Items.Any(item => item.Text is null || OpenName.MayBeSame(item.Text, space))
            && condition["namespaceRegexes"].Items.All(item => Misses(item.Text, space)) && ExcludesByLabels(condition["namespaceSelector"], space, labels));

    private static bool Misses(string? pattern, string space)
    {
        try
        {
            return pattern is not null && !OpenName.IsOpen(pattern.Replace(".*", "", StringComparison.Ordinal)) && !new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant).IsMatch(space);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>A selector that is not there selects nothing, one without demands everything.</summary>
    private static bool ExcludesByLabels(YamlValue selector, string space, YamlValue? labels)
    {
        if (!selector.IsMap)
        {
            return true;
        }

        bool MayHave(string? key, Func<string?, bool> isWanted) => key is null || (key == NameLabel ? isWanted(space) : labels is null || labels.Members.Count == 0 || isWanted(labels.TextOf(key)));
        bool MayHold(YamlValue expression)
        {
            string?[] values = [.. expression["values"].Items.Select(value => value.Text)];
            return expression.TextOf("operator") switch
            {
                "In" => MayHave(expression.TextOf("key"), value => values.Contains(value, StringComparer.Ordinal)),
                "NotIn" => MayHave(expression.TextOf("key"), value => !values.Contains(value, StringComparer.Ordinal)),
                "Exists" => MayHave(expression.TextOf("key"), value => value is not null),
                "DoesNotExist" => MayHave(expression.TextOf("key"), value => value is null),
                _ => true,
            };
        }

        return selector["matchLabels"].Members.Any(label => !MayHave(label.Key.Text, value => value is not null && label.Value.Text is not null ? OpenName.MayBeSame(value, label.Value.Text) : value == label.Value.Text))
            || selector["matchExpressions"].Items.Any(expression => !MayHold(expression));
    }
}
