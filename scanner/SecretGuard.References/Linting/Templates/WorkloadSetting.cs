using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Templates;

/// <summary>A setting that a workload is given in plain, by what infrastructure it is made with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">Where the name stands.</param>
/// <param name="Value">What it is set to; null where that is computed.</param>
internal sealed record WorkloadSetting(string Name, Location At, string? Value)
{
    private const string Environment = "environment", Variables = "variables", TypeKey = "type";

    /// <summary>Mappings of names to values.</summary>
    private static readonly HashSet<string> Maps = new(["app_settings", "environment_variables", "runtime_environment_variables", "environment_vars", "env_vars", "appSettingsKeyValuePairs"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Lists of names with values.</summary>
    private static readonly HashSet<string> Lists = new(["appSettings", "env", Environment, "environmentVariables", "environment_variables", "env_vars", "runtimeEnvironmentVariables", "connectionStrings", "connection_string", "connection_strings"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A part of a connection string.</summary>
    private static readonly Regex Part = new("""(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*(?<value>[^;]+)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <summary>Whether a secret stands there: by the name, or in a connection string.</summary>
    public bool IsSecret => Value is { } text && text[0] != '[' && ((SecretSettings.IsOne(Name) && SecretSettings.IsValue(text) && !IsNameOf(text)) || Part.Matches(text).Any(part => SecretSettings.IsValue(part.Groups["value"].Value)));

    /// <summary>Whether the attribute of a block is such a mapping.</summary>
    public static bool IsMap(string attribute, string block) => Maps.Contains(attribute) || (attribute == Variables && block == Environment);

    /// <summary>Whether the attribute of a block is such a list.</summary>
    public static bool IsList(string attribute) => Lists.Contains(attribute);

    /// <summary>Those of a mapping.</summary>
    public static IEnumerable<WorkloadSetting> OfMap(YamlValue map) => map.Members.Where(member => member.Key.Text is not null).Select(member => new WorkloadSetting(member.Key.Text!, member.Key.Location, Plain(member.Value)));

    /// <summary>Those of a tree, wherever they stand in it.</summary>
    public static IReadOnlyList<WorkloadSetting> In(YamlValue tree)
    {
        var found = new List<WorkloadSetting>();
        Walk(tree, "", "", found, new HashSet<YamlValue>(ReferenceEqualityComparer.Instance));
        return found;
    }

    private static void Walk(YamlValue value, string key, string above, List<WorkloadSetting> found, HashSet<YamlValue> seen)
    {
        if (!seen.Add(value))
        {
            return;
        }

        if (value.IsMap && (Maps.Contains(key) || (key.Equals(Variables, StringComparison.OrdinalIgnoreCase) && above.Equals(Environment, StringComparison.OrdinalIgnoreCase))))
        {
            found.AddRange(OfMap(value));
        }
        else if (value.IsMap && value.TextOf("name") == "appsettings")
        {
            found.AddRange(OfMap(value["properties"]));
        }
        else if (Lists.Contains(key))
        {
            found.AddRange(value.Items.Select(OfEntry).OfType<WorkloadSetting>());
        }

        foreach ((YamlValue name, YamlValue member) in value.Members)
        {
            Walk(member, name.Text ?? "", key, found, seen);
        }

        foreach (YamlValue item in value.Items)
        {
            Walk(item, "", key.Length > 0 ? key : above, found, seen);
        }
    }

    /// <summary><c>CERT_PASSWORD_SECRET = "cert-password"</c>: what the secret is called, for the program to ask for.</summary>
    private bool IsNameOf(string value)
    {
        string[] words = value.ToLowerInvariant().Split('-', '_', '.');
        string name = Name.ToLowerInvariant();
        return words.Length > 1 && Array.TrueForAll(words, word => word.Length > 0 && name.Contains(word, StringComparison.Ordinal));
    }

    /// <summary><c>{ name: 'DB_PASSWORD', value: '…' }</c>. Where a type says that the value is the name of a secret, it is none.</summary>
    private static WorkloadSetting? OfEntry(YamlValue entry)
    {
        YamlValue name = Under(entry, "name"), value = Under(entry, "value");
        return name.Text is null || Under(entry, TypeKey).Text is "SECRETS_MANAGER" or "PARAMETER_STORE" ? null
            : new WorkloadSetting(name.Text, name.Location, Plain(value == YamlValue.Nothing ? Under(entry, "connectionString") : value));
    }

    private static YamlValue Under(YamlValue map, string key) => map.Members.FirstOrDefault(member => string.Equals(member.Key.Text, key, StringComparison.OrdinalIgnoreCase)).Value ?? YamlValue.Nothing;

    /// <summary>A text that is meant as it is: behind a tag (<c>!Ref</c>) it names something.</summary>
    private static string? Plain(YamlValue value)
    {
        ReadOnlySpan<char> before = value.Text is null ? "" : value.Source.Line((int)value.Start.Line);
        int column = Math.Min(before.Length, (int)value.Start.Column - 1);
        return value.Text is null || (column >= 0 && column < before.Length && before[column] == '!') || before[..Math.Max(0, column)].TrimEnd() is [.., not ':'] and var left && left[(left.LastIndexOf(' ') + 1)..] is ['!', ..] ? null : value.Text;
    }
}
