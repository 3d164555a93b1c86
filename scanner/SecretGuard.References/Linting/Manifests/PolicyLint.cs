using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Policies of an ExternalSecret that its operator refuses together, or by which it fills nothing, as the operator's page on ownership and deletion says.</summary>
internal sealed class PolicyLint : ILint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.PoliciesRefused, ManifestRules.FillsNothing];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (Manifest manifest in text.Manifests.Where(manifest => manifest.IsExternalSecret))
        {
            YamlValue creation = manifest.ExternalSpec["target", "creationPolicy"], deletion = manifest.ExternalSpec["target", "deletionPolicy"];
            string? why = (deletion.Text, creation.Text) switch
            {
                ("Delete", "Merge" or "CreateOrMerge" or "Orphan" or "None") => $"deletionPolicy Delete is for secrets that the operator owns: with creationPolicy {creation.Text} it is refused, and nothing is filled",
                ("Merge", "None") => "deletionPolicy Merge takes keys out of a secret, and with creationPolicy None there is none: it is refused",
                _ => null,
            };
            if (why is not null)
            {
                found.Add(ManifestRules.PoliciesRefused, deletion.Location, manifest.Consumer, why);
            }
            else if (creation.Text == "None")
            {
                found.Add(ManifestRules.FillsNothing, creation.Location, manifest.Consumer, $"with creationPolicy None the operator neither makes nor changes '{ExternalSecrets.TargetOf(manifest)}': what uses it waits, or keeps an old value");
            }
        }
    }
}
