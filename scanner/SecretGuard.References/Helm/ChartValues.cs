using SecretGuard.References.Yaml;

namespace SecretGuard.References.Helm;

/// <summary>
/// The values of a chart: those of its own file, as far as no other file of the repository that may be laid over it says something else. What differs from one
/// environment to the next, and what somebody has yet to fill in, is not known.
/// </summary>
/// <param name="own">The chart's own values.</param>
/// <param name="others">Values that may be laid over them.</param>
internal sealed class ChartValues(YamlValue own, IReadOnlyList<YamlValue> others)
{
    private const int MostCompared = 2_000; // parts of a value: anchors may make it endless

    private readonly Dictionary<string, YamlValue> _found = new(StringComparer.Ordinal);

    /// <summary>The value at the end of some keys with points between them, or <see cref="YamlValue.Nothing"/>.</summary>
    public YamlValue Find(string path)
    {
        if (!_found.TryGetValue(path, out YamlValue? value))
        {
            string[] keys = path.Split('.');
            YamlValue said = At(own, keys);
            _found[path] = value = others.Any(other => Differs(other, keys, said)) ? YamlValue.Nothing : said;
        }

        return value;
    }

    private static bool Differs(YamlValue other, IReadOnlyList<string> path, YamlValue value)
    {
        YamlValue said = At(other, path);
        return said != YamlValue.Nothing && !(said.IsMap && value.IsMap) && !IsSame(said, value);
    }

    private static YamlValue At(YamlValue root, IReadOnlyList<string> path) => path.Aggregate(root, (value, key) => value[key]);

    private static bool IsSame(YamlValue first, YamlValue second)
    {
        int left = MostCompared;
        return Compare(first, second);

        bool Compare(YamlValue one, YamlValue other) =>
            left-- > 0 && one.Text == other.Text && one.IsMap == other.IsMap && one.Items.Count == other.Items.Count && one.Members.Count == other.Members.Count
            && one.Items.Zip(other.Items).All(pair => Compare(pair.First, pair.Second))
            && one.Members.Zip(other.Members).All(pair => pair.First.Key.Text == pair.Second.Key.Text && Compare(pair.First.Value, pair.Second.Value));
    }
}
