using System.Text;
using SecretGuard.Findings;

namespace SecretGuard.References.Terraform;

/// <summary>A block of a file of Terraform: <c>data "azurerm_key_vault_secret" "db" { … }</c>.</summary>
/// <param name="Type">Its first word.</param>
/// <param name="Labels">What stands between it and the brace.</param>
internal sealed record HclBlock(string Type, IReadOnlyList<string> Labels)
{
    /// <summary>Where its head stands: the first word and what is between it and the brace.</summary>
    public Location Location { get; init; } = new("", 0, 0, 0, 0);

    /// <summary>The labels as they are written, words among them; in their order.</summary>
    public IReadOnlyList<HclString> Heads { get; init; } = [];

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
    /// <summary>The index in the text of the file at which the expression begins.</summary>
    public int Start { get; init; }

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

    /// <summary>The text as it is written, expressions between <c>${</c> and a brace.</summary>
    public string Raw => Fill(expression => $"${{{expression}}}");

    /// <summary>Whether a part is computed.</summary>
    public bool IsOpen => Computed.Count > 0;

    /// <summary>Reads a text in which <c>${…}</c>, <c>&amp;{…}</c> or <c>{{…}}</c> stand for what is computed, as policies, Terraform, CloudFormation and Bicep have it.</summary>
    public static HclString Read(string text)
    {
        var read = new StringBuilder();
        var computed = new List<string>();
        for (int at = 0; at < text.Length; at++)
        {
            bool isDouble = text[at] == '{' && at + 1 < text.Length && text[at + 1] == '{';
            if (!isDouble && !(text[at] is '$' or '&' && at + 1 < text.Length && text[at + 1] == '{'))
            {
                read.Append(text[at]);
                continue;
            }

            int from = at + 2, end = EndOf(text, from);
            computed.Add(text[from..end].Trim());
            read.Append(Hole);
            at = isDouble && end + 1 < text.Length && text[end + 1] == '}' ? end + 1 : end;
        }

        return new HclString(read.ToString(), computed);
    }

    /// <summary>A part of it.</summary>
    /// <param name="start">The first character of <see cref="Text"/>.</param>
    public HclString From(int start) => new(Text[start..], [.. Computed.Skip(Text.AsSpan(0, Math.Min(start, Text.Length)).Count(Hole))]);

    /// <summary>The text with what the expressions are known to be, and <c>*</c> for the others.</summary>
    public string Fill(Func<string, string?> known)
    {
        string[] parts = Text.Split(Hole);
        return parts.Length - 1 != Computed.Count ? Text.Replace(Hole, '*') : parts[0] + string.Concat(Computed.Select((expression, i) => (known(expression) ?? "*") + parts[i + 1]));
    }

    /// <summary>The index of the brace that closes what is computed, or of the end.</summary>
    private static int EndOf(string text, int at)
    {
        for (int open = 1; at < text.Length; at++)
        {
            open += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (open == 0)
            {
                break;
            }
        }

        return at;
    }
}
