using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>ExternalSecrets of required secrets that take their absence for no error.</summary>
internal sealed class DeletionLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.AbsenceUnnoticed];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach ((Manifest manifest, IReadOnlyList<DeclaredEntry> entries) in DeclaredEntry.In(repository))
        {
            YamlValue policy = manifest.ExternalSpec["target", "deletionPolicy"];
            if (policy.Text is "Delete" or "Merge" && entries.FirstOrDefault(entry => entry.Secret.IsRequired) is { } required)
            {
                string target = ExternalSecrets.TargetOf(manifest);
                found.Add(ManifestRules.AbsenceUnnoticed, policy.Location, $"{manifest.Consumer} {required.Secret.Id}",
                    $"'{required.Secret.Id}' is required ({required.Declared}), but where the store lacks it the operator takes {(policy.Text == "Delete" ? $"'{target}'" : $"its keys in '{target}'")} away and reports no error: a slip in the store, or in this name, is seen when pods fail");
            }
        }
    }
}
