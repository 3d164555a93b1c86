using System.Globalization;
using SecretGuard.Text;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Configuration;

/// <summary>A mapping whose keys are taken one by one; what nobody took is unknown. Every error has its place.</summary>
internal sealed class YamlSection
{
    private readonly YamlMappingNode? _node;
    private readonly string _path;
    private readonly ICollection<ConfigurationError> _errors;
    private readonly List<string> _known = [];

    public YamlSection(YamlNode node, string path, ICollection<ConfigurationError> errors)
    {
        Node = node;
        Named = node;
        _path = path;
        _errors = errors;
        _node = node as YamlMappingNode;
        if (_node is null && !IsEmpty(node))
        {
            Fail(node, "this must be a mapping of keys to values");
        }
    }

    public YamlNode Node { get; }

    /// <summary>The name that this stands under, where it is one of several; else the node itself.</summary>
    public YamlNode Named { get; private set; }

    /// <summary>The keys as written, in order.</summary>
    public IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Members
    {
        get
        {
            foreach (KeyValuePair<YamlNode, YamlNode> pair in _node ?? new YamlMappingNode())
            {
                yield return ((pair.Key as YamlScalarNode)?.Value ?? "", pair.Key, pair.Value);
            }
        }
    }

    public void Fail(YamlNode at, string message) =>
        _errors.Add(new ConfigurationError(_path, (int)at.Start.Line, (int)at.Start.Column, message));

    /// <summary>The value of a key, or null where it is missing or empty.</summary>
    public YamlNode? Take(string key)
    {
        _known.Add(key);
        foreach ((string name, _, YamlNode value) in Members)
        {
            if (name == key)
            {
                return IsEmpty(value) ? null : value;
            }
        }

        return null;
    }

    /// <summary>The section of a value that stands under a name.</summary>
    public YamlSection Of(YamlNode value, YamlNode name) => new(value, _path, _errors) { Named = name };

    /// <summary>The text of a key, empty where it is there and empty; null where it is not there.</summary>
    public string? Written(string key) => Text(key) ?? (Members.Any(member => member.Key == key && member.Value is YamlScalarNode) ? "" : null);

    /// <summary>Every value by its name.</summary>
    public Dictionary<string, string> TextsByName()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, _, YamlNode value) in Members)
        {
            if (Scalar(value) is { } text)
            {
                texts[key] = text;
            }
        }

        return texts;
    }

    public YamlSection? Section(string key) => Take(key) is { } node ? new YamlSection(node, _path, _errors) : null;

    public string? Text(string key) => Take(key) is { } node ? Scalar(node) : null;

    /// <summary>A day, or null where the key is missing or holds none.</summary>
    public DateTime? Date(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date))
        {
            return date;
        }

        Fail(Take(key)!, $"'{text}' is no date of the form yyyy-MM-dd");
        return null;
    }

    public bool Flag(string key) => Choice(key, ("true", true), ("false", false));

    /// <summary>One of some names, or the type's default where the key is missing.</summary>
    public T? Choice<T>(string key, params (string Name, T Value)[] choices)
    {
        if (Take(key) is not { } node || Scalar(node) is not { } text)
        {
            return default;
        }

        foreach ((string name, T value) in choices)
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        string[] names = [.. choices.Select(choice => choice.Name)];
        Fail(node, $"'{text}' is not one of {string.Join(", ", names)}{NearestName.Hint(text, names)}");
        return default;
    }

    public double Number(string key, double most)
    {
        if (Take(key) is not { } node || Scalar(node) is not { } text)
        {
            return 0;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= 0 && number <= most)
        {
            return number;
        }

        Fail(node, $"'{text}' is not a number from 0 to {most}");
        return 0;
    }

    /// <summary>A list of texts; one text alone counts as a list of one.</summary>
    public IReadOnlyList<(string Text, YamlNode Node)> Texts(string key)
    {
        YamlNode? node = Take(key);
        var texts = new List<(string, YamlNode)>();
        foreach (YamlNode item in node is null ? [] : node is YamlSequenceNode sequence ? sequence.Children : (IEnumerable<YamlNode>)[node])
        {
            if (Scalar(item) is { } text)
            {
                texts.Add((text, item));
            }
        }

        return texts;
    }

    /// <summary>A list of mappings.</summary>
    public IEnumerable<YamlSection> Sections(string key)
    {
        YamlNode? node = Take(key);
        if (node is not null and not YamlSequenceNode)
        {
            Fail(node, $"'{key}' must be a list: begin each entry with '- '");
        }

        foreach (YamlNode item in node is YamlSequenceNode sequence ? sequence.Children : [])
        {
            yield return new YamlSection(item, _path, _errors);
        }
    }

    /// <summary>Tells every key that nobody took, and where it belongs.</summary>
    /// <param name="reason">What to say of a key that this section would know under other circumstances; null for nothing.</param>
    public void RejectUnknown(Func<string, string?>? reason = null)
    {
        foreach ((string key, YamlNode keyNode, _) in Members)
        {
            if (!_known.Contains(key, StringComparer.Ordinal))
            {
                string nearest = NearestName.Hint(key, _known);
                Fail(keyNode, $"unknown key '{key}'{reason?.Invoke(key) ?? (nearest.Length > 0 ? nearest : KeyPlaces.Hint(key, _known))}");
            }
        }
    }

    private static bool IsEmpty(YamlNode node) => node is YamlScalarNode { Value: null or "" or "null" or "~", Style: YamlDotNet.Core.ScalarStyle.Plain };

    private string? Scalar(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } value })
        {
            return value;
        }

        Fail(node, "this must be a single value");
        return null;
    }
}
