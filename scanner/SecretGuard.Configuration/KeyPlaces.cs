using YamlDotNet.RepresentationModel;

namespace SecretGuard.Configuration;

/// <summary>Where keys of the file belong, by its schema: who writes one at another level is told.</summary>
internal static class KeyPlaces
{
    private const int MostPlaces = 3; // what belongs everywhere helps nobody
    private const int DeepestLevel = 8;

    private static readonly string[] Choices = ["oneOf", "anyOf", "allOf"];

    private static readonly Lazy<IReadOnlyList<Level>> Levels = new(ReadSchema);

    /// <summary>What is said of a key that a section does not know: where it belongs; an empty text where that is nowhere, or here.</summary>
    /// <param name="key">The key.</param>
    /// <param name="known">What the section knows, which tells its own level.</param>
    public static string Hint(string key, IReadOnlyCollection<string> known)
    {
        string[] places = [.. Levels.Value.Where(level => level.Keys.Contains(key) && !known.All(level.Keys.Contains)).Select(level => level.Place).Distinct(StringComparer.Ordinal)];
        return places.Length is 0 or > MostPlaces ? "" : $"; it belongs {string.Join(" or ", places)}";
    }

    private static List<Level> ReadSchema()
    {
        var stream = new YamlStream(); // JSON is YAML
        stream.Load(new StringReader(SettingsReader.Schema()));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var levels = new List<Level>();
        Read(root, root, "at the top level", "", levels, 0);
        return levels;
    }

    private static void Read(YamlNode? node, YamlMappingNode root, string place, string name, List<Level> levels, int depth)
    {
        if (node is not YamlMappingNode map || depth > DeepestLevel)
        {
            return;
        }

        if (Member(map, "$ref") is YamlScalarNode { Value: { } path })
        {
            Read(path.TrimStart('#', '/').Split('/').Aggregate((YamlNode?)root, (at, key) => at is YamlMappingNode inner ? Member(inner, key) : null), root, place, name, levels, depth + 1);
        }

        if (Member(map, "properties") is YamlMappingNode properties)
        {
            levels.Add(new Level(place, new HashSet<string>(properties.Children.Keys.Select(key => ((YamlScalarNode)key).Value!), StringComparer.Ordinal)));
            foreach (KeyValuePair<YamlNode, YamlNode> property in properties.Children)
            {
                string key = ((YamlScalarNode)property.Key).Value!;
                Read(property.Value, root, depth == 0 ? $"in '{key}'" : $"in '{key}' of {place.Substring("in ".Length)}", key, levels, depth + 1);
            }
        }

        string entry = place == $"in '{name}'" ? $"in an entry of '{name}'" : place;
        Read(Member(map, "additionalProperties"), root, entry, name, levels, depth + 1);
        Read(Member(map, "items"), root, entry, name, levels, depth + 1);
        foreach (YamlNode choice in Choices.SelectMany(list => Member(map, list) is YamlSequenceNode choices ? choices.Children : (IEnumerable<YamlNode>)[]))
        {
            Read(choice, root, place, name, levels, depth + 1);
        }
    }

    private static YamlNode? Member(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;

    /// <summary>One mapping of the file.</summary>
    private sealed class Level(string place, HashSet<string> keys)
    {
        public string Place { get; } = place;

        public HashSet<string> Keys { get; } = keys;
    }
}
