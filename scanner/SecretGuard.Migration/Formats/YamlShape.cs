using SecretGuard.Configuration;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Migration.Formats;

/// <summary>Reads YAML files of other tools, which are modest ones.</summary>
internal static class YamlShape
{
    /// <summary>The root as a mapping.</summary>
    /// <exception cref="ForeignFileException">It is no YAML, or no mapping.</exception>
    public static YamlMappingNode Read(ForeignText text)
    {
        var errors = new List<ConfigurationError>();
        YamlNode? root = YamlDocumentReader.Read(text.Text, text.Name, errors);
        return errors.Count > 0 ? throw text.Wrong(errors[0].Line, "this is no valid YAML, or more than a file of this kind holds; mend it, or let the tool write it again")
            : root as YamlMappingNode ?? throw new ForeignFileException($"'{text.Name}' holds no keys");
    }

    /// <summary>Whether a line begins with a key of the root.</summary>
    public static bool HasKey(ForeignText text, string key) =>
        text.Text.StartsWith($"{key}:", StringComparison.Ordinal) || text.Text.Contains($"\n{key}:", StringComparison.Ordinal);

    /// <summary>The value of a key, or null.</summary>
    public static YamlNode? Member(YamlNode? node, string key) =>
        node is YamlMappingNode mapping ? mapping.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: { } name } && name == key).Value : null;

    /// <summary>A scalar, or null.</summary>
    public static string? Text(YamlNode? node, string key) => (Member(node, key) as YamlScalarNode)?.Value;

    /// <summary>The items of a list; none where there is none.</summary>
    public static IEnumerable<YamlNode> Items(YamlNode? node) => node as YamlSequenceNode ?? Enumerable.Empty<YamlNode>();

    /// <summary>The scalars of a list, each with its place.</summary>
    public static IEnumerable<(string Text, string Origin)> Texts(ForeignText text, YamlNode? list) =>
        Items(list).OfType<YamlScalarNode>().Where(item => item.Value is not null).Select(item => (item.Value!, text.At(item.Start.Line)));
}
