using SecretGuard.Findings;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Custom;

/// <summary>Finds references by the paths of a declaration.</summary>
internal sealed class PathReader
{
    private readonly ValuePath _items;
    private readonly ValuePath _name;
    private readonly ValuePath? _property;
    private readonly ValuePath? _version;
    private readonly ValuePath? _address;

    /// <summary>Parses the paths. Throws <see cref="CustomExtractorException"/>.</summary>
    public PathReader(PathSelection selection)
    {
        _items = Parse("items", selection.Items)!;
        _name = Parse("name", selection.Name)!;
        _property = Parse("property", selection.Property);
        _version = Parse("version", selection.Version);
        _address = Parse("address", selection.Address);
    }

    /// <summary>The references of one document. An item may have several names, but one of everything else.</summary>
    public IEnumerable<Found> In(YamlValue root)
    {
        foreach ((YamlValue item, YamlValue? key) in _items.From(root))
        {
            foreach (YamlValue name in Values(_name, root, item, key))
            {
                yield return new Found(name.Text!, Text(_property, root, item, key), Text(_version, root, item, key), Text(_address, root, item, key), name.Place(0, name.Text!.Length));
            }
        }
    }

    private static ValuePath? Parse(string member, string? path) => path is null ? null : DeclaredExtractor.Parsed(member, path, ValuePath.Parse);

    private static string? Text(ValuePath? path, YamlValue root, YamlValue item, YamlValue? key) => path is null ? null : Values(path, root, item, key).FirstOrDefault()?.Text;

    private static IEnumerable<YamlValue> Values(ValuePath path, YamlValue root, YamlValue item, YamlValue? key) =>
        (path.IsKey ? key is null ? [] : [key] : path.From(path.IsFromRoot ? root : item).Select(value => value.Value)).Where(value => value.Text is not null);

    /// <summary>A reference as it is written.</summary>
    internal sealed record Found(string Name, string? Property, string? Version, string? Address, Location Location);
}
