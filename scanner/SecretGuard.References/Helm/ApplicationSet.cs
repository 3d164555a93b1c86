using System.Text.RegularExpressions;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Helm;

/// <summary>
/// The Applications that an ApplicationSet of Argo CD makes of the elements that stand in it, by its generators' reference: lists, alone, in matrices and merged. What clusters,
/// folders or pull requests there are, no file says: of those its template is one Application with open places.
/// </summary>
internal static class ApplicationSet
{
    private const int MostApplications = 200;
    private const int DeepestGenerator = 4; // Argo CD knows two

    private static readonly Regex Place = new("""\{\{-?\s*\.?(?<name>[A-Za-z_][\w.-]*)\s*-?\}\}""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>Its Applications.</summary>
    public static IEnumerable<YamlValue> Applications(YamlValue root)
    {
        YamlValue template = root["spec", "template"];
        return ElementsOf(root["spec", "generators"].Items, 0).Select(element => Filled(template, element, new ChangeLimit())).Take(MostApplications);
    }

    /// <summary>What is put into a template each time; once nothing where it is not known.</summary>
    private static IEnumerable<YamlValue[]> ElementsOf(IReadOnlyList<YamlValue> generators, int depth)
    {
        foreach (YamlValue generator in depth == DeepestGenerator ? [] : generators)
        {
            IReadOnlyList<YamlValue> listed = generator["list", "elements"].Items;
            IEnumerable<YamlValue[]> elements = listed.Count > 0 ? listed.Select(element => new[] { element })
                : generator["matrix", "generators"].Items is { Count: > 0 } parts ? parts.Aggregate((IEnumerable<YamlValue[]>)[[]], (all, part) => all.SelectMany(one => ElementsOf([part], depth + 1).Select(other => (YamlValue[])[.. one, .. other])))
                : generator["merge", "generators"].Items is { Count: > 0 } merged ? ElementsOf(merged, depth + 1)
                : [[]];
            foreach (YamlValue[] element in elements)
            {
                yield return element;
            }
        }
    }

    private static YamlValue Filled(YamlValue value, YamlValue[] element, ChangeLimit limit)
    {
        if (!limit.TryEnter())
        {
            return value;
        }

        var filled = new YamlValue(value.Source, value.Start, value.End) { IsMap = value.IsMap, Style = value.Style, Text = value.Text is null ? null : Place.Replace(value.Text, place => Said(element, place.Groups["name"].Value) ?? place.Value) };
        foreach ((YamlValue key, YamlValue member) in value.Members)
        {
            filled.Add(key, Filled(member, element, limit));
        }

        foreach (YamlValue item in value.Items)
        {
            filled.Add(Filled(item, element, limit));
        }

        limit.Leave();
        return filled;
    }

    /// <summary>The text under a name, or a path of names.</summary>
    private static string? Said(YamlValue[] element, string name) =>
        element.Select(part => part.TextOf(name) ?? name.Split('.').Aggregate(part, (value, key) => value[key]).Text).FirstOrDefault(text => text is not null);
}
