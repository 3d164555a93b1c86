using SecretGuard.References.Kubernetes;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Versions of interfaces that operators have stopped serving, so that a manifest is refused after their update: the External Secrets Operator from 0.17 on, the
/// Secrets Store CSI driver from 1.0 on, as their release notes say.
/// </summary>
internal sealed class DeprecatedVersionLint : ILint
{
    private const string ExternalSecrets = "external-secrets.io/v1", Driver = "secrets-store.csi.x-k8s.io/v1";

    /// <summary>Kinds that only exist in a version that sounds old.</summary>
    private static readonly string[] OnlyAlpha = ["PushSecret", "ClusterPushSecret"];

    /// <summary>What is asked for, what is served, since when, and whether the fields are the same.</summary>
    private static readonly Dictionary<string, (string Served, string Since, bool IsSame)> Versions = new(StringComparer.Ordinal)
    {
        ["external-secrets.io/v1alpha1"] = (ExternalSecrets, "version 0.17 of the External Secrets Operator", false),
        ["external-secrets.io/v1beta1"] = (ExternalSecrets, "version 0.17 of the External Secrets Operator", true),
        ["secrets-store.csi.x-k8s.io/v1alpha1"] = (Driver, "version 1.0 of the Secrets Store CSI driver", true),
    };

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.DeprecatedVersion];

    /// <summary>Whether a patch says the version itself: one of operations takes it from what it is aimed at.</summary>
    private static bool IsWritten(Manifest patch) => patch.Root["apiVersion"] is var version && (version.Start.Index != patch.Root.Start.Index || version.End.Index != patch.Root.End.Index);

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (Manifest manifest in text.Manifests.Concat(text.Patched.Where(IsWritten)))
        {
            if (Versions.TryGetValue(manifest.ApiVersion, out (string Served, string Since, bool IsSame) version) && !OnlyAlpha.Contains(manifest.Kind, StringComparer.Ordinal))
            {
                found.Add(ManifestRules.DeprecatedVersion, manifest.Root["apiVersion"].Place(0, manifest.ApiVersion.Length), manifest.Consumer,
                    $"'{manifest.ApiVersion}' is not served from {version.Since} on: it is '{version.Served}'{(version.IsSame ? "" : ", and its fields have changed")}", version.IsSame ? version.Served : null);
            }
        }
    }
}
