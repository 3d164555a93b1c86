using SecretGuard.References.Json;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;
using YamlDotNet.Core;

namespace SecretGuard.References.Values;

/// <summary>Finds the text of a configuration file that a place is in.</summary>
public static class HeldValues
{
    /// <summary>The text in JSON; null where the place is in none, or what is there is no JSON up to it.</summary>
    /// <param name="text">The file, without a mark of its encoding.</param>
    /// <param name="at">A character of it.</param>
    public static HeldValue? InJson(string text, int at)
    {
        var source = new SourceText("", text);
        return Find(source, JsonDocuments.Read(source, new Extraction()), at, []);
    }

    /// <summary>The text in YAML, in templates of it too; null where the place is in none.</summary>
    /// <param name="text">The file, without a mark of its encoding.</param>
    /// <param name="at">A character of it.</param>
    public static HeldValue? InYaml(string text, int at)
    {
        var source = new SourceText("", text);
        return YamlDocuments.Read(source).Roots.Select(root => Find(source, root, at, [])).FirstOrDefault(found => found is not null);
    }

    private static HeldValue? Find(SourceText source, YamlValue value, int at, IReadOnlyList<string> path)
    {
        Findings.Location place = value.Location;
        (int start, int end) = (source.IndexOf(place.StartLine, place.StartColumn), source.IndexOf(place.EndLine, place.EndColumn));
        if (value.Text is { } text)
        {
            return at >= start && at < end ? new HeldValue(path, start, end) { Text = text, IsBlock = value.Style is ScalarStyle.Literal or ScalarStyle.Folded } : null;
        }

        return value.Members.Select(member => Find(source, member.Value, at, [.. path, member.Key.Text ?? ""]))
            .Concat(value.Items.Select((item, i) => Find(source, item, at, [.. path, i.ToString(System.Globalization.CultureInfo.InvariantCulture)])))
            .FirstOrDefault(found => found is not null);
    }
}
