using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecretGuard.DetectSecrets.Baselines;

/// <summary>
/// Writes JSON byte for byte as Python's <c>json.dumps(value, indent=…)</c> does: members in the order that they were added, ASCII only,
/// characters beyond the basic plane as two surrogates in lower-case hex, floats in their shortest form with at least one decimal.
/// </summary>
internal static class PythonJson
{
    /// <summary>The text, without a line end behind it.</summary>
    public static string Write(JsonNode? node, int indent = 2)
    {
        var output = new StringBuilder();
        Append(output, node, indent, 0);
        return output.ToString();
    }

    /// <summary>
    /// The tree of an element. Unlike the framework's own it takes a member that is there twice as Python does: the last one counts.
    /// </summary>
    public static JsonNode? Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    members[member.Name] = Read(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                var items = new JsonArray();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    items.Add(Read(item));
                }

                return items;
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    /// <summary>A float as Python's <c>repr</c> shows it.</summary>
    public static string Float(double value)
    {
        // Shortest digits and their exponent, whatever notation the framework chose.
        string[] parts = value.ToString("E16", CultureInfo.InvariantCulture) is var exact && double.IsFinite(value)
            ? Shortest(value).Split('E')
            : throw new ArgumentOutOfRangeException(nameof(value), exact, "no number of JSON");
        string sign = parts[0].StartsWith('-') ? "-" : "";
        string digits = parts[0].TrimStart('-').Replace(".", "", StringComparison.Ordinal);
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (exponent is < -4 or >= 16)
        {
            string mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
            return $"{sign}{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
        }

        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }

        digits = digits.PadRight(exponent + 2, '0');
        return $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    /// <summary>Such as <c>4.5E0</c>: one digit before the point, no zeros at the end.</summary>
    private static string Shortest(double value)
    {
        for (int decimals = 0; ; decimals++)
        {
            string text = value.ToString("E" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (decimals == 16 || double.Parse(text, CultureInfo.InvariantCulture).Equals(value))
            {
                return text;
            }
        }
    }

    private static void Append(StringBuilder output, JsonNode? node, int indent, int depth)
    {
        switch (node)
        {
            case JsonObject members:
                AppendAll(output, '{', '}', members, indent, depth, member =>
                {
                    AppendText(output, member.Key);
                    output.Append(": ");
                    Append(output, member.Value, indent, depth + 1);
                });
                break;
            case JsonArray items:
                AppendAll(output, '[', ']', items, indent, depth, item => Append(output, item, indent, depth + 1));
                break;
            case JsonValue value:
                AppendValue(output, value);
                break;
            default:
                output.Append("null");
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder output, char open, char close, IEnumerable<T> items, int indent, int depth, Action<T> append)
    {
        output.Append(open);
        bool any = false;
        foreach (T item in items)
        {
            output.Append(any ? ",\n" : "\n").Append(' ', indent * (depth + 1));
            append(item);
            any = true;
        }

        if (any)
        {
            output.Append('\n').Append(' ', indent * depth);
        }

        output.Append(close);
    }

    private static void AppendValue(StringBuilder output, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                AppendText(output, value.GetValue<string>());
                break;
            case JsonValueKind.Number:
                string number = value.ToJsonString();
                bool isWhole = value.TryGetValue(out JsonElement read) ? read.GetRawText().All(c => c is '-' || char.IsAsciiDigit(c)) : value.TryGetValue(out int _);
                output.Append(isWhole ? number : Float(double.Parse(number, CultureInfo.InvariantCulture)));
                break;
            default:
                output.Append(value.GetValueKind() == JsonValueKind.True ? "true" : "false");
                break;
        }
    }

    private static void AppendText(StringBuilder output, string text)
    {
        output.Append('"');
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => output.Append("\\\""),
                '\\' => output.Append("\\\\"),
                '\n' => output.Append("\\n"),
                '\r' => output.Append("\\r"),
                '\t' => output.Append("\\t"),
                '\b' => output.Append("\\b"),
                '\f' => output.Append("\\f"),
                >= ' ' and < '\u007F' => output.Append(c),
                _ => output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        output.Append('"');
    }
}
