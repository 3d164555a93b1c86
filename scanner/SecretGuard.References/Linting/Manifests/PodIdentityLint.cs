using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Pods that sign in to a cloud or a Vault with something that can be copied.</summary>
internal sealed class PodIdentityLint : IRepositoryLint
{
    private const string GoogleKey = "GOOGLE_APPLICATION_CREDENTIALS";

    /// <summary>A variable that holds a login, those that make one of it, and what it is.</summary>
    private static readonly (string Variable, string[] Beside, string What)[] Logins =
    [
        ("AZURE_CLIENT_SECRET", ["AZURE_CLIENT_ID", "AZURE_TENANT_ID"], "the secret of a service principal"),
        ("AWS_SECRET_ACCESS_KEY", ["AWS_ACCESS_KEY_ID"], "an access key of AWS"),
        ("VAULT_TOKEN", [], "a token of Vault"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.StaticIdentity];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        ILookup<string, Manifest> classes = repository.Manifests.Where(manifest => manifest.Kind == "SecretProviderClass").ToLookup(manifest => manifest.Name, StringComparer.Ordinal);
        foreach (Manifest manifest in repository.Manifests)
        {
            if (PodTemplate.Of(manifest) is not { } pod)
            {
                continue;
            }

            foreach (YamlValue container in pod.Containers)
            {
                LookAt(manifest, pod, container, found);
            }

            foreach (YamlValue csi in pod.Spec["volumes"].Items.Select(volume => volume["csi"]).Where(csi => csi["nodePublishSecretRef", "name"].Text is not null))
            {
                if (csi["volumeAttributes"].TextOf("secretProviderClass") is { } name && classes[name].Any() && classes[name].All(one => one.Spec.TextOf("provider") is "azure" or "gcp"))
                {
                    Tell(manifest, csi.KeyOf("nodePublishSecretRef"), classes[name].First().Spec.TextOf("provider") == "azure" ? "the secret of a service principal" : "a key of a service account", found);
                }
            }
        }
    }

    private static void LookAt(Manifest manifest, PodTemplate pod, YamlValue container, LintFindings found)
    {
        Dictionary<string, YamlValue> variables = container["env"].Items.Where(variable => variable.TextOf("name") is not null).GroupBy(variable => variable.TextOf("name")!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        bool isOpen = container["envFrom"].Items.Count > 0;
        foreach ((string variable, string[] beside, string what) in Logins)
        {
            // Storage of one's own takes keys of AWS too, and a session's key ends.
            if (variables.TryGetValue(variable, out YamlValue? login) && (beside.Length == 0 || isOpen || Array.Exists(beside, variables.ContainsKey))
                && !variables.Keys.Any(name => name.Contains("ENDPOINT", StringComparison.OrdinalIgnoreCase) || name == "AWS_SESSION_TOKEN"))
            {
                Tell(manifest, login["name"], what, found);
            }
        }

        if (variables.TryGetValue(GoogleKey, out YamlValue? key) && key["value"].Text is { } path && container["volumeMounts"].Items.Any(mount => mount.TextOf("mountPath") is { } folder && path.StartsWith(folder, StringComparison.Ordinal) && pod.Secrets().Any(secret => secret.Volume is not null && secret.Volume == mount.TextOf("name"))))
        {
            Tell(manifest, key["name"], "a key of a service account", found);
        }
    }

    private static void Tell(Manifest manifest, YamlValue at, string what, LintFindings found) =>
        found.Add(ManifestRules.StaticIdentity, at.Location, $"{manifest.Consumer} {at.Text}", $"it signs in with {what}: who copies that signs in from anywhere, until somebody changes it");
}
