using System.Text.RegularExpressions;
using SecretGuard.References.Literals;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.AzureSettings;

/// <summary>What the variables of a file of Bicep are set to, and its parameters by default; and what its calls of modules give.</summary>
internal static class BicepValues
{
    private static readonly Regex Variable = new("""^[ \t]*(?:var[ \t]+(?<name>\w+)|param[ \t]+(?<name>\w+)[ \t]+\w+)[ \t]*=[ \t]*(?<value>[^\s=])""", RegexOptions.NonBacktracking | RegexOptions.Multiline);
    private static readonly Regex Module = new("""^[ \t]*module\s+(?<symbol>\w+)\s+'[^'\r\n]+'\s*=\s*(?:if\s*\([^\r\n]*\)\s*|\[\s*for\s[^\r\n]*:\s*)?(?<body>\{)""", RegexOptions.NonBacktracking | RegexOptions.Multiline);
    private static readonly Regex Name = new("""\b(?<name>[A-Za-z_]\w*)(?:\.(?<member>\w+)|\['(?<member>[^'\r\n]+)'\])?""", RegexOptions.NonBacktracking);

    /// <summary>The calls of modules, each by how the file calls it.</summary>
    public static IEnumerable<(string Symbol, YamlValue Body)> Modules(SourceText source) =>
        Module.Matches(source.Text).Select(match => (match.Groups["symbol"].Value, LiteralReader.Read(source, match.Groups["body"].Index)));

    /// <summary>An expression with the texts behind it of the variables in it that are known.</summary>
    /// <param name="source">The file.</param>
    /// <param name="expression">The expression.</param>
    public static string Known(SourceText source, string expression)
    {
        string[] texts = [.. Name.Matches(expression).Select(name => TextOf(source, name.Groups["name"].Value, name.Groups["member"].Value)).OfType<string>()];
        return texts.Length == 0 ? expression : $"{expression} {string.Join(' ', texts)}";
    }

    private static string? TextOf(SourceText source, string name, string member)
    {
        Match? set = Variable.Matches(source.Text).FirstOrDefault(variable => variable.Groups["name"].Value == name);
        YamlValue value = set is null ? YamlValue.Nothing : LiteralReader.Read(source, set.Groups["value"].Index);
        return value.IsMap ? value.TextOf(member) : value.Text;
    }
}
