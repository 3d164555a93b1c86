using System.Globalization;
using System.Text;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Helm;

/// <summary>What expressions of a template say, as far as the chart's own files tell it.</summary>
/// <param name="Values">The values of the chart.</param>
/// <param name="Chart">What its <c>Chart.yaml</c> says of it.</param>
internal sealed record TemplateScope(ChartValues Values, YamlValue Chart)
{
    /// <summary>What a dot is: null at the root, where all stands.</summary>
    public YamlValue? Dot { get; init; }

    /// <summary>Variables by their names, with their sign.</summary>
    public IReadOnlyDictionary<string, YamlValue> Variables { get; init; } = new Dictionary<string, YamlValue>(StringComparer.Ordinal);

    /// <summary>Variables that stand for the root: <c>$root := .</c>.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>The same with one variable more.</summary>
    /// <param name="name">Its name, with its sign.</param>
    /// <param name="expression">What it is set to; null for what is not known.</param>
    public TemplateScope With(string name, string? expression)
    {
        if (expression == "$" || (expression == "." && Dot is null))
        {
            return this with { Roots = [.. Roots, name] };
        }

        YamlValue value = expression is null ? YamlValue.Nothing : ValueOf(expression);
        value = value == YamlValue.Nothing && expression is not null && TextOf(expression) is { } text ? new YamlValue(YamlValue.Nothing.Source, default, default) { Text = text } : value;
        return this with { Variables = new Dictionary<string, YamlValue>(Variables, StringComparer.Ordinal) { [name] = value }, Roots = [.. Roots.Where(root => root != name)] };
    }

    /// <summary>Whether the values are those of one environment: then what they choose is known.</summary>
    public bool IsOfEnvironment { get; init; }

    /// <summary>
    /// Whether a condition holds; null where that is not known. Of what a loop goes through all is known; what a deployment chooses is only where two texts of its environment's
    /// own values are held against each other.
    /// </summary>
    public bool? Says(string condition) => IsOfEnvironment && Pipeline(condition) is [["eq" or "ne", var first, var second]] ? IsSame(first, second) is { } same ? same == (condition[0] == 'e') : null
        : condition is not ['.', _, ..] || Dot is not { IsMap: true } ? null
        : condition.IndexOfAny([' ', '(', '|']) >= 0 ? null
        : ValueOf(condition) is var value && (value.Items.Count > 0 || value.Members.Count > 0 || value.Text is { Length: > 0 } and not ("false" or "0"));

    private bool? IsSame(string first, string second) => Single(first) is { } one && Single(second) is { } other ? one == other : null;

    /// <summary>The text that an action becomes; null where it is not known.</summary>
    public string? TextOf(string action)
    {
        string? text = null;
        foreach (List<string> words in Pipeline(action))
        {
            text = Call(words, text);
            if (text is null)
            {
                // A default would come in the place of what is only not known here.
                return null;
            }
        }

        return text;
    }

    /// <summary>The value that a path leads to; <see cref="YamlValue.Nothing"/> where that is not known.</summary>
    public YamlValue ValueOf(string path)
    {
        bool isRoot = path.StartsWith('$') && (path.Length == 1 || path[1] == '.');
        if (path.StartsWith('$') && !isRoot)
        {
            int point = path.IndexOf('.', StringComparison.Ordinal);
            if (Roots.Contains(point < 0 ? path : path[..point], StringComparer.Ordinal))
            {
                return ValueOf("$" + (point < 0 ? "" : path[point..]));
            }

            return Variables.TryGetValue(point < 0 ? path : path[..point], out YamlValue? variable) ? Below(variable, point < 0 ? "" : path[(point + 1)..]) : YamlValue.Nothing;
        }

        if (!isRoot && !path.StartsWith('.'))
        {
            return YamlValue.Nothing;
        }

        string keys = path[(isRoot ? 1 : 0)..].TrimStart('.');
        return !isRoot && Dot is not null ? Below(Dot, keys)
            : keys.StartsWith("Values.", StringComparison.Ordinal) ? Values.Find(keys["Values.".Length..])
            : keys switch { "Chart.Name" => Chart["name"], "Chart.Version" => Chart["version"], "Chart.AppVersion" => Chart["appVersion"], _ => YamlValue.Nothing };
    }

    /// <summary>Where the values stand that an action names.</summary>
    public IEnumerable<string> PlacesOf(string action) => Pipeline(action).SelectMany(words => words).SelectMany(word => word is ['(', .., ')'] ? PlacesOf(word[1..^1])
        : ValueOf(word) is { Text: not null, Source.Path.Length: > 0 } value ? [string.Create(CultureInfo.InvariantCulture, $"{value.Source.Path}:{value.Location.StartLine}")] : []);

    private static YamlValue Below(YamlValue value, string keys) => keys.Length == 0 ? value : keys.Split('.').Aggregate(value, (at, key) => at[key]);

    /// <summary>What a function makes of its arguments and of what comes through the pipe. Only those that leave a name a name.</summary>
    private string? Call(List<string> words, string? piped)
    {
        string name = words[0];
        string?[] arguments = [.. words.Skip(1).Select(Single), .. piped is null ? Array.Empty<string?>() : [piped]];
        return name switch
        {
            "toString" or "trim" when arguments is [{ } only] => only,
            "quote" or "squote" when arguments is [{ } only] => $"'{only.Replace("'", "''", StringComparison.Ordinal)}'",
            "lower" when arguments is [{ } only] => only.ToLowerInvariant(),
            "default" or "required" when arguments is [_, { } value] => value,
            "tpl" when arguments.Length == 2 && words.Count == 3 => arguments[0],
            "trunc" when arguments is [_, { } whole] => whole,
            "trimSuffix" when arguments is [{ } end, { } whole] => whole.EndsWith(end, StringComparison.Ordinal) ? whole[..^end.Length] : whole,
            "include" when arguments is [{ } helper, ..] && words.Count == 3 => TemplateText.Unknown + helper, // one name wherever the chart says so
            "printf" when arguments.Length > 0 => Formatted(arguments),
            _ => words.Count == 1 && piped is null ? Single(name) : null,
        };
    }

    private string? Single(string word) => word switch
    {
        [('"' or '`') and var quote, .., var last] when last == quote && !word.Contains('\\', StringComparison.Ordinal) => word[1..^1],
        ['(', .., ')'] => TextOf(word[1..^1]),
        _ => ValueOf(word).Text is { Length: > 0 } text && !text.Contains("{{", StringComparison.Ordinal) ? text : null,
    };

    private static string? Formatted(string?[] arguments)
    {
        if (arguments[0] is not { } format || arguments.Contains(null))
        {
            return null;
        }

        var text = new StringBuilder();
        int next = 1;
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                text.Append(format[i]);
            }
            else if (++i < format.Length && format[i] is 's' or 'v' or 'd' && next < arguments.Length)
            {
                text.Append(arguments[next++]);
            }
            else
            {
                return null;
            }
        }

        return text.ToString();
    }

    /// <summary>The words of each part between the pipes; strings and what stands in parentheses are one word.</summary>
    private static List<List<string>> Pipeline(string action)
    {
        List<List<string>> parts = [[]];
        for (int i = 0; i < action.Length;)
        {
            if (char.IsWhiteSpace(action[i]) || action[i] == '|')
            {
                if (action[i++] == '|')
                {
                    parts.Add([]);
                }

                continue;
            }

            int end = WordEnd(action, i);
            parts[^1].Add(action[i..end]);
            i = end;
        }

        return parts.TrueForAll(part => part.Count > 0) ? parts : [];
    }

    private static int WordEnd(string action, int at)
    {
        int depth = 0;
        for (; at < action.Length; at++)
        {
            char c = action[at];
            if (c is '"' or '`')
            {
                int close = action.IndexOf(c, at + 1);
                at = close < 0 ? action.Length - 1 : close;
            }
            else if (depth == 0 && (char.IsWhiteSpace(c) || c == '|'))
            {
                return at;
            }

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }

        return at;
    }
}
