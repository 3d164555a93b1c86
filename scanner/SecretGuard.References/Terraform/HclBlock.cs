using SecretGuard.Findings;

namespace SecretGuard.References.Terraform;

/// <summary>A block of a file of Terraform: <c>data "azurerm_key_vault_secret" "db" { … }</c>.</summary>
/// <param name="Type">Its first word.</param>
/// <param name="Labels">What stands between it and the brace.</param>
internal sealed record HclBlock(string Type, IReadOnlyList<string> Labels)
{
    /// <summary>The attributes; of those that stand twice the first counts.</summary>
    public Dictionary<string, HclValue> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The blocks within.</summary>
    public List<HclBlock> Blocks { get; } = [];

    /// <summary>The value of an attribute, or null.</summary>
    public HclValue? this[string name] => Attributes.GetValueOrDefault(name);

    /// <summary>The text of an attribute that is a string, or null.</summary>
    public string? TextOf(string name) => this[name]?.Text;
}

/// <summary>The value of an attribute.</summary>
/// <param name="Text">Of a string, with <c>*</c> for each part that is computed; null for everything else.</param>
/// <param name="Expression">As it is written.</param>
/// <param name="Location">Where it stands, quotes left out.</param>
internal sealed record HclValue(string? Text, string Expression, Location Location)
{
    /// <summary>A string as it is written, if it is one.</summary>
    public HclString? Template { get; init; }

    /// <summary>The keys of an object that is written out, with their places.</summary>
    public List<(string Name, Location Location)> Keys { get; } = [];

    /// <summary>The strings of a list that holds nothing else: <c>["a", "b"]</c>, <c>toset(["a", "b"])</c>.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];
}

/// <summary>A string of which parts may be computed.</summary>
/// <param name="Text">With <see cref="Hole"/> where these are.</param>
/// <param name="Computed">The expressions of the holes, in their order.</param>
internal sealed record HclString(string Text, IReadOnlyList<string> Computed)
{
    /// <summary>Stands for a computed part; of a private area of Unicode, so that nobody writes it.</summary>
    public const char Hole = '\uE000';

    /// <summary>The text with what the expressions are known to be, and <c>*</c> for the others.</summary>
    public string Fill(Func<string, string?> known)
    {
        string[] parts = Text.Split(Hole);
        return parts.Length - 1 != Computed.Count ? Text.Replace(Hole, '*') : parts[0] + string.Concat(Computed.Select((expression, i) => (known(expression) ?? "*") + parts[i + 1]));
    }
}
