using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.AzureSettings;

/// <summary>Azure Container Apps: where a container, a registry or a rule of scaling names a secret of its app, in JSON, YAML or Bicep.</summary>
internal static class ContainerApps
{
    private static readonly Regex Use = new("""(?<key>\w*secretRef)["']?[ \t]*:[ \t]*(?<quote>["'])?(?<name>[A-Za-z0-9][\w.-]*)["']?[ \t]*(?:[,}\r\n]|$)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly string[] Signs = ["Microsoft.App/", "keyVaultUrl", "managedEnvironmentId", "environmentId"];

    /// <summary>Adds them. Bicep puts texts in quotes, a bare word there is somebody's name for one; other YAML has the same key for other things.</summary>
    public static void Read(SourceText source, SettingText settings, Extraction found)
    {
        if (!Array.Exists(Signs, sign => source.Text.Contains(sign, StringComparison.OrdinalIgnoreCase)) || source.Text.Contains("apiVersion: v1", StringComparison.Ordinal))
        {
            return;
        }

        bool needsQuotes = source.HasEnd(".bicep", ".json", ".jsonc") || source.Language is "bicep" or "json" or "jsonc";
        foreach (Match match in Use.Matches(source.Text).Where(match => match.Groups["quote"].Success || !needsQuotes))
        {
            Group key = match.Groups["key"], name = match.Groups["name"];
            SecretReference? variable = key.Value.Equals("secretRef", StringComparison.OrdinalIgnoreCase) && settings.NameBeside(key.Index) is { } beside ? ReferenceOf.SecretVariable(beside, "env") : null;
            settings.Add(found, ReferenceOf.Secret(StoreTypes.AzureContainerApps, name.Value, key.Value), name.Index, name.Length, match.Index, variable);
        }
    }
}
