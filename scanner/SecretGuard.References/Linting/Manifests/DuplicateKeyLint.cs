using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Keys that an ExternalSecret fills twice.</summary>
internal sealed class DuplicateKeyLint : ILint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.DuplicateKey];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (Manifest manifest in text.Manifests.Where(manifest => manifest.IsExternalSecret))
        {
            var seen = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
            foreach (YamlValue key in manifest.ExternalSpec["data"].Items.Select(entry => entry["secretKey"]).Where(key => key.Text is { } name && !name.Contains('*', StringComparison.Ordinal)))
            {
                if (!seen.TryAdd(key.Text!, key))
                {
                    found.Add(ManifestRules.DuplicateKey, key.Location, $"{manifest.Consumer} {key.Text}", $"'{key.Text}' is filled in line {seen[key.Text!].Location.StartLine} too; only one of the two gets there");
                }
            }
        }
    }
}
