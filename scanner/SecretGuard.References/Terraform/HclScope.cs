namespace SecretGuard.References.Terraform;

/// <summary>
/// What the expressions of files are known to be that are read as one: variables by what they are given or by their defaults, locals, attributes of blocks. What arguments or
/// functions decide is not known.
/// </summary>
internal sealed class HclScope
{
    private const int LongestText = 1_000;
    private const int MostElements = 200;
    private const int LongestWay = 50; // from one name to the next

    private readonly Dictionary<string, HclValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    private int _way;

    /// <summary>Takes in the blocks of a file, or of several.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="given">Variables that are given something, whatever their defaults are; null where it is not known what.</param>
    public HclScope(IReadOnlyList<HclBlock> blocks, IReadOnlyDictionary<string, string?>? given = null)
    {
        foreach ((string variable, string? text) in given ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            _known[$"var.{variable}"] = text is { Length: > 0 and <= LongestText } ? text : null;
        }

        foreach (HclBlock block in blocks)
        {
            if (block is { Type: "variable", Labels: [var variable] })
            {
                if (block["default"] is { } value && given?.ContainsKey(variable) != true)
                {
                    _values.TryAdd($"var.{variable}", value);
                }

                continue;
            }

            string before = block switch { { Type: "locals", Labels.Count: 0 } => "local.", { Labels.Count: 2 } => Address(block) + ".", _ => "" };
            foreach ((string name, HclValue attribute) in before.Length == 0 ? [] : block.Attributes)
            {
                _values.TryAdd(before + name, attribute);
            }
        }
    }

    /// <summary>How other blocks call this one: <c>data.azurerm_key_vault.main</c>.</summary>
    public static string Address(HclBlock block) => block.Type == "resource" ? $"{block.Labels[0]}.{block.Labels[1]}" : $"{block.Type}.{block.Labels[0]}.{block.Labels[1]}";

    /// <summary>A block with what its attributes are known to be, once for each element where it is made for each of several.</summary>
    public IEnumerable<HclBlock> Resolve(HclBlock block)
    {
        Element[] elements = block["for_each"] is { } each ? Elements(each) : [];
        return elements.Length == 0 ? [Resolve(block, default)] : elements.Take(MostElements).Select(element => Resolve(block, element));
    }

    private HclBlock Resolve(HclBlock block, Element element)
    {
        var resolved = new HclBlock(block.Type, block.Labels) { Location = block.Location, Heads = block.Heads };
        foreach ((string name, HclValue value) in block.Attributes)
        {
            resolved.Attributes[name] = value with { Text = TextOf(value, element) };
        }

        resolved.Blocks.AddRange(block.Blocks.Select(inner => Resolve(inner, element)));
        return resolved;
    }

    private string? TextOf(HclValue value, Element element) => value.Template is { } template ? template.Fill(expression => Known(expression, element)) : Known(value.Expression, element);

    private string? Known(string expression, Element element)
    {
        switch (expression)
        {
            case "each.key":
                return element.Key;
            case "each.value":
                return element.Value;
        }

        if (_known.TryGetValue(expression, out string? known) || !_values.TryGetValue(expression, out HclValue? value))
        {
            return known;
        }

        if (_way == LongestWay)
        {
            return null;
        }

        _known[expression] = null; // what leads back to itself is not known
        _way++;
        string? text = TextOf(value, default);
        _way--;
        return _known[expression] = text is { Length: > 0 and <= LongestText } ? text : null; // an empty default is filled in by somebody
    }

    /// <summary>What a block is made for: the strings of a set, the keys of an object, written there or in a local.</summary>
    private Element[] Elements(HclValue value)
    {
        string expression = value.Expression;
        if (expression.StartsWith("toset(", StringComparison.Ordinal) && expression.EndsWith(')'))
        {
            expression = expression[6..^1].Trim();
        }

        HclValue list = _values.GetValueOrDefault(expression) ?? value;
        return list.Items.Count > 0 ? [.. list.Items.Select(item => new Element(item, item))] : [.. list.Keys.Select(key => new Element(key.Name, null))];
    }

    /// <summary>One of those that a block is made for; the value of an object's is not followed.</summary>
    private readonly record struct Element(string? Key, string? Value);
}
