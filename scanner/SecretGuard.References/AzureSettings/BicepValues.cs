using System.Text.RegularExpressions;
using SecretGuard.References.Literals;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.AzureSettings;

/// <summary>What the variables of a file of Bicep are set to, and its parameters by default; and what its calls of modules give.</summary>
/// <param name="source">The file.</param>
internal sealed class BicepValues(SourceText source)
{
    private static readonly Regex Variable = new("""^[ \t]*(?:var[ \t]+(?<name>\w+)|param[ \t]+(?<name>\w+)[ \t]+\w+)[ \t]*=[ \t]*(?<value>[^\s=])""", RegexOptions.NonBacktracking | RegexOptions.Multiline);
    private static readonly Regex Module = new("""^[ \t]*module\s+(?<symbol>\w+)\s+'[^'\r\n]+'\s*=\s*(?:if\s*\([^\r\n]*\)\s*|\[\s*for\s[^\r\n]*:\s*)?(?<body>\{)""", RegexOptions.NonBacktracking | RegexOptions.Multiline);
    private static readonly Regex Name = new("""\b(?<name>[A-Za-z_]\w*)(?:\.(?<member>\w+)|\['(?<member>[^'\r\n]+)'\])?""", RegexOptions.NonBacktracking);

    /// <summary>Where the values of variables begin.</summary>
    private readonly Lazy<Dictionary<string, int>> _starts = new(() =>
        Variable.Matches(source.Text).DistinctBy(set => set.Groups["name"].Value, StringComparer.Ordinal).ToDictionary(set => set.Groups["name"].Value, set => set.Groups["value"].Index, StringComparer.Ordinal));

    private readonly Dictionary<string, YamlValue> _read = new(StringComparer.Ordinal);

    /// <summary>The calls of modules, each by how the file calls it.</summary>
    public static IEnumerable<(string Symbol, YamlValue Body)> Modules(SourceText source) =>
        Module.Matches(source.Text).Select(match => (match.Groups["symbol"].Value, LiteralReader.Read(source, match.Groups["body"].Index)));

    /// <summary>An expression with the texts behind it of the variables in it that are known.</summary>
    public string Known(string expression)
    {
        string[] texts = [.. Name.Matches(expression).Select(name => TextOf(name.Groups["name"].Value, name.Groups["member"].Value)).OfType<string>()];
        return texts.Length == 0 ? expression : $"{expression} {string.Join(' ', texts)}";
    }

    private string? TextOf(string name, string member)
    {
        if (!_read.TryGetValue(name, out YamlValue? value))
        {
            value = _read[name] = _starts.Value.TryGetValue(name, out int start) ? LiteralReader.Read(source, start) : YamlValue.Nothing;
        }

        return value.IsMap ? value.TextOf(member) : value.Text;
    }
}
