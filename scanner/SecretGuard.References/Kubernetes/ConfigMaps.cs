using SecretGuard.References.Shell;
using SecretGuard.References.VaultTemplates;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>The files that a ConfigMap hands to pods: scripts, and templates of Vault's agent.</summary>
internal static class ConfigMaps
{
    /// <summary>Reads the files, scripts by the ends of their keys.</summary>
    public static void Read(Manifest manifest)
    {
        foreach ((YamlValue key, YamlValue file) in manifest.Root["data"].Members)
        {
            if (file.Text is not { } text)
            {
                continue;
            }

            if (key.Text is { } name && (name.EndsWith(".sh", StringComparison.Ordinal) || name.EndsWith(".bash", StringComparison.Ordinal)))
            {
                ShellExtractor.ReadCommands(file.Inner().As("bash", PodScripts.Holder), manifest.Found);
            }
            else if (VaultTemplateExtractor.IsOne(text))
            {
                foreach (VaultTemplate secret in VaultTemplate.In(text))
                {
                    manifest.Found.Add(secret.Reference, file.Place(secret.Start, secret.Length), manifest.Consumer);
                }
            }
        }
    }
}
