using YamlDotNet.RepresentationModel;

namespace SecretGuard.Cli.Migrating;

/// <summary>One hook in <c>.pre-commit-config.yaml</c>.</summary>
/// <param name="Node">Its mapping.</param>
/// <param name="Tool">The tool that it runs, or null for any other.</param>
internal sealed record HookEntry(YamlMappingNode Node, string? Tool)
{
    /// <summary>The values of an option in its arguments and its command, as <c>--option value</c> and <c>--option=value</c>.</summary>
    public IEnumerable<string> Values(params string[] options)
    {
        string[] words = [.. Words("entry"), .. Words("args")];
        for (int i = 0; i < words.Length; i++)
        {
            string[] parts = words[i].Split('=', 2);
            if (options.Contains(parts[0], StringComparer.Ordinal) && (parts.Length == 2 ? parts[1] : i + 1 < words.Length ? words[i + 1] : null) is { Length: > 0 } value)
            {
                yield return value;
            }
        }
    }

    /// <summary>The regular expressions of the paths that it does not look at: pre-commit's own, and those in its arguments.</summary>
    public IEnumerable<string> Excluded() =>
        (Find(Node, "exclude").Value is YamlScalarNode { Value: { } own } && own is not ("" or "^$") ? [own] : Enumerable.Empty<string>()).Concat(Values("--exclude-files"));

    /// <summary>The words under a key: of a text or of a list of texts.</summary>
    public IEnumerable<string> Words(string key) => Find(Node, key).Value switch
    {
        YamlScalarNode { Value: { } text } => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        YamlSequenceNode list => list.OfType<YamlScalarNode>().Select(item => item.Value ?? ""),
        _ => [],
    };

    /// <summary>A key of a mapping with its value; nulls where there is none.</summary>
    public static KeyValuePair<YamlNode?, YamlNode?> Find(YamlNode node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: { } name } && name == key) is { Key: not null } found ? new(found.Key, found.Value) : default;
}
