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
    /// <summary>The value at the end of some keys, or <see cref="YamlValue.Nothing"/>.</summary>
    public YamlValue Find(IReadOnlyList<string> path)
    {
        YamlValue value = At(own, path);
        return others.Any(other => Differs(other, path, value)) ? YamlValue.Nothing : value;
    }

    private static bool Differs(YamlValue other, IReadOnlyList<string> path, YamlValue value)
    {
        YamlValue said = At(other, path);
        return said != YamlValue.Nothing && !(said.IsMap && value.IsMap) && !IsSame(said, value);
    }

    private static YamlValue At(YamlValue root, IReadOnlyList<string> path) => path.Aggregate(root, (value, key) => value[key]);

    private static bool IsSame(YamlValue one, YamlValue other) =>
        one.Text == other.Text && one.IsMap == other.IsMap && one.Items.Count == other.Items.Count && one.Members.Count == other.Members.Count
        && one.Items.Zip(other.Items).All(pair => IsSame(pair.First, pair.Second))
        && one.Members.Zip(other.Members).All(pair => pair.First.Key.Text == pair.Second.Key.Text && IsSame(pair.First.Value, pair.Second.Value));
}
