using System.Text.RegularExpressions;
using SecretGuard.Inventories;

namespace SecretGuard.References.AzureSettings;

/// <summary>Parameters of a template of Azure's Resource Manager: <c>"a": { "reference": { "keyVault": { "id": … }, "secretName": "x", "secretVersion": "v" } }</c>.</summary>
internal static class TemplateParameters
{
    private const string Vaults = "/vaults/";
    private const int Nearest = 600; // characters in which one of them stands
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private static readonly Regex Name = new("""["']?secretName["']?\s*:\s*(?:"(?<name>[^"\r\n]+)"|'(?<name>[^'\r\n]+)')""", Options);
    private static readonly Regex Parameter = new("""["](?<name>[\w-]+)"\s*:\s*\{\s*"reference"\s*:\s*\{""", Options);
    private static readonly Regex Version = new("""["]secretVersion"\s*:\s*"(?<version>\w+)["]""", Options);

    /// <summary>Adds them.</summary>
    public static void Read(SettingText settings, string text, Extraction found)
    {
        foreach (Match match in Name.Matches(text))
        {
            string before = text[Math.Max(0, match.Index - Nearest)..match.Index];
            int vault = before.LastIndexOf("\"keyVault\"", StringComparison.OrdinalIgnoreCase), opening = vault < 0 ? -1 : before.LastIndexOf("\"reference\"", vault, StringComparison.OrdinalIgnoreCase);
            if (opening < 0)
            {
                continue;
            }

            int id = before.IndexOf(Vaults, vault, StringComparison.OrdinalIgnoreCase);
            string secret = match.Groups["name"].Value;
            string? name = id < 0 ? null : before[(id + Vaults.Length)..].Split('"', '/')[0];
            SecretReference reference = ReferenceOf.KeyVault(name is null || name.AsSpan().ContainsAny("[')") ? null : name, secret.StartsWith('[') ? "*" : secret, "reference"); // an expression is known when it is deployed
            SecretReference? parameter = Parameter.Matches(before).LastOrDefault(parameter => parameter.Index < opening && parameter.Index + parameter.Length > opening) is { } own
                ? ReferenceOf.Secret(StoreTypes.AzureDeployment, own.Groups["name"].Value, "parameters") : null;
            settings.Add(found, reference with { Version = VersionBeside(text, match.Index + match.Length) }, match.Groups["name"].Index, match.Groups["name"].Length, match.Index, parameter);
        }
    }

    /// <summary>In the same object, behind the name.</summary>
    private static string? VersionBeside(string text, int at)
    {
        string after = text[at..Math.Min(text.Length, at + Nearest)];
        Match version = Version.Match(after.Split('}', '{')[0]);
        return version.Success ? version.Groups["version"].Value : null;
    }
}
