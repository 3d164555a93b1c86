using SecretGuard.References.Yaml;

namespace SecretGuard.References.Custom;

/// <summary>A path in a tree of values: <c>$.vault.secrets[*]</c>.</summary>
internal sealed class ValuePath
{
    private const string Any = "*";
    private const string AnyDepth = "**";
    private const int MostFound = 100_000;

    private readonly IReadOnlyList<Step> _steps;

    private ValuePath(bool isFromRoot, bool isKey, IReadOnlyList<Step> steps)
    {
        IsFromRoot = isFromRoot;
        IsKey = isKey;
        _steps = steps;
    }

    /// <summary>Whether it begins at the root of the file, wherever it is used.</summary>
    public bool IsFromRoot { get; }

    /// <summary>Whether the key that an item stands at is meant.</summary>
    public bool IsKey { get; }

    /// <summary>Parses one. Throws <see cref="FormatException"/> with what is wrong and where.</summary>
    public static ValuePath Parse(string text)
    {
        if (text == "@key")
        {
            return new ValuePath(false, true, []);
        }

        bool isFromRoot = text.StartsWith('$');
        int at = isFromRoot ? 1 : 0;
        var steps = new List<Step>();
        while (at < text.Length)
        {
            if (text[at] == '[')
            {
                steps.Add(ReadBracket(text, ref at));
                continue;
            }

            bool isPoint = text[at] == '.';
            if (isPoint != steps.Count > 0 && !(isFromRoot && isPoint))
            {
                throw Broken(text, at, "expected '.' or '['");
            }

            at += isPoint ? 1 : 0;
            int end = text.AsSpan(at).IndexOfAny('.', '[') is var found and >= 0 ? at + found : text.Length;
            if (end == at)
            {
                throw Broken(text, at, "a key is missing");
            }

            steps.Add(new Step(text[at..end], null));
            at = end;
        }

        return new ValuePath(isFromRoot, false, steps);
    }

    /// <summary>The values that it leads to, each with the key that it stands at, or that of the list that it is in.</summary>
    public IEnumerable<(YamlValue Value, YamlValue? Key)> From(YamlValue start)
    {
        IEnumerable<(YamlValue Value, YamlValue? Key)> values = [(start, null)];
        foreach (Step step in _steps)
        {
            values = values.SelectMany(value => Next(value.Value, value.Key, step)).Take(MostFound);
        }

        return values;
    }

    private static List<(YamlValue Value, YamlValue? Key)> Next(YamlValue value, YamlValue? key, Step step) => step switch
    {
        { Index: { } index } => index < value.Items.Count ? [(value.Items[index], key)] : [],
        { Key: Any, IsQuoted: false } => [.. value.Members.Select(member => (member.Value, (YamlValue?)member.Key)), .. value.Items.Select(item => (item, key))],
        { Key: AnyDepth, IsQuoted: false } => Below(value, key, new HashSet<YamlValue>(ReferenceEqualityComparer.Instance)),
        _ => value[step.Key] is { } member && member != YamlValue.Nothing ? [(member, value.Members.FirstOrDefault(pair => pair.Key.Text == step.Key).Key)] : [],
    };

    private static List<(YamlValue Value, YamlValue? Key)> Below(YamlValue value, YamlValue? key, HashSet<YamlValue> seen)
    {
        var all = new List<(YamlValue, YamlValue?)>();
        Collect(value, key);
        return all;

        void Collect(YamlValue current, YamlValue? above)
        {
            if (!seen.Add(current))
            {
                return; // an anchor leads here a second time
            }

            all.Add((current, above));
            foreach ((YamlValue name, YamlValue member) in current.Members)
            {
                Collect(member, name);
            }

            foreach (YamlValue item in current.Items)
            {
                Collect(item, above);
            }
        }
    }

    private static Step ReadBracket(string text, ref int at)
    {
        int start = at + 1;
        char quote = start < text.Length ? text[start] : '\0';
        int end = quote is '"' or '\'' ? text.IndexOf(quote, start + 1) + 1 : text.IndexOf(']', start);
        if (end <= start || end >= text.Length || text[end] != ']')
        {
            throw Broken(text, at, "the bracket is not closed");
        }

        string inner = text[start..end];
        at = end + 1;
        return quote is '"' or '\'' ? new Step(inner[1..^1], null, IsQuoted: true)
            : inner == Any ? new Step(Any, null)
            : int.TryParse(inner, System.Globalization.NumberStyles.None, null, out int index) ? new Step("", index)
            : throw Broken(text, start, "in brackets there is a number, '*' or a key in quotes");
    }

    private static FormatException Broken(string text, int at, string what) => new($"'{text}' is no path: {what} at character {at + 1}");

    private sealed record Step(string Key, int? Index, bool IsQuoted = false);
}
