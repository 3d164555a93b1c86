using SecretGuard.References.Yaml;

namespace SecretGuard.References.Helm;

/// <summary>
/// The values of a chart: its own, and what is laid over them. What may or may not be laid over them, and says otherwise, is not known; nor is what somebody has yet to fill in.
/// </summary>
internal sealed class ChartValues
{
    private const int MostLaid = 20_000; // parts of values: anchors may make them endless
    private const int DeepestLaid = 64;

    private readonly Dictionary<string, YamlValue> _found = new(StringComparer.Ordinal);
    private readonly YamlValue _root = YamlValue.Nothing;
    private int _left = MostLaid;

    /// <summary>Lays values over each other.</summary>
    /// <param name="layers">They, the lowest first.</param>
    public ChartValues(IEnumerable<ValuesLayer> layers)
    {
        foreach (ValuesLayer layer in layers)
        {
            YamlValue[] said = [.. layer.Values.Where(value => value != YamlValue.Nothing)];
            _root = layer.IsElsewhere ? YamlValue.Nothing : said.Length == 0 ? _root : Lay(_root, said, layer.MayBeMissing, DeepestLaid);
        }
    }

    /// <summary>The value at the end of some keys with points between them, or <see cref="YamlValue.Nothing"/>.</summary>
    public YamlValue Find(string path)
    {
        if (!_found.TryGetValue(path, out YamlValue? value))
        {
            _found[path] = value = path.Split('.').Aggregate(_root, (at, key) => at[key]);
        }

        return value;
    }

    /// <summary>What becomes of a value where others are laid over it; of mappings, key by key.</summary>
    private YamlValue Lay(YamlValue below, YamlValue[] said, bool mayBeMissing, int depth)
    {
        if (depth == 0 || --_left <= 0)
        {
            return YamlValue.Nothing;
        }

        if (below == YamlValue.Nothing && said.Length == 1 && !mayBeMissing)
        {
            return said[0];
        }

        if (!Array.TrueForAll(said, value => value.IsMap) || (mayBeMissing && !below.IsMap))
        {
            bool isOne = Array.TrueForAll(said, value => IsSame(value, said[0], depth)) && (!mayBeMissing || IsSame(below, said[0], depth));
            return !isOne ? YamlValue.Nothing : mayBeMissing ? below : said[0];
        }

        var laid = new YamlValue(said[0].Source, said[0].Start, said[0].End) { IsMap = true };
        IEnumerable<YamlValue> keys = said.Prepend(below).SelectMany(map => map.Members.Select(member => member.Key)).Where(key => key.Text is not null).DistinctBy(key => key.Text, StringComparer.Ordinal);
        foreach (YamlValue key in keys)
        {
            YamlValue[] values = [.. said.Select(map => map[key.Text!]).Where(value => value != YamlValue.Nothing)];
            laid.Add(key, values.Length == 0 ? below[key.Text!] : Lay(below[key.Text!], values, mayBeMissing, depth - 1));
        }

        return laid;
    }

    private bool IsSame(YamlValue one, YamlValue other, int depth) => one == other || (depth > 0 && --_left > 0
        && one.Text == other.Text && one.IsMap == other.IsMap && one.Items.Count == other.Items.Count && one.Members.Count == other.Members.Count
        && one.Items.Zip(other.Items).All(pair => IsSame(pair.First, pair.Second, depth - 1))
        && one.Members.Zip(other.Members).All(pair => pair.First.Key.Text == pair.Second.Key.Text && IsSame(pair.First.Value, pair.Second.Value, depth - 1)));
}

/// <summary>Values that are laid over others at once.</summary>
/// <param name="Values">Each of them; where they say different things of the same key, none is known to count.</param>
internal sealed record ValuesLayer(params IReadOnlyList<YamlValue> Values)
{
    /// <summary>Whether it is not known if they are laid over the others.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>Whether others that are kept elsewhere are laid over what is below: then that is not known any more.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>What they say of a chart within the chart: what stands under its name, and what is for all.</summary>
    public ValuesLayer Of(string chart) => this with { Values = [.. Values.Select(value => Of(value, chart))] };

    private static YamlValue Of(YamlValue values, string chart)
    {
        const string All = "global";
        if (values[All] == YamlValue.Nothing)
        {
            return values[chart];
        }

        var own = new YamlValue(values.Source, values.Start, values.End) { IsMap = true };
        foreach ((YamlValue key, YamlValue value) in values[chart].Members.Concat(values.Members.Where(member => member.Key.Text == All)))
        {
            own.Add(key, value);
        }

        return own;
    }
}
