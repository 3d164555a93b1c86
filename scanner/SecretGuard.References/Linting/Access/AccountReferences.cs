using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>The service accounts that objects of a cluster name: of what runs there, and of what signs in to a store.</summary>
internal static class AccountReferences
{
    private const string Reference = "serviceAccountRef";

    /// <summary>The names, each with the namespace that is said beside it.</summary>
    public static IEnumerable<(YamlValue Name, string? Namespace)> In(Manifest manifest)
    {
        if (PodTemplate.Of(manifest) is { } pod)
        {
            return Named(pod.Spec["serviceAccountName"].Text is null ? pod.Spec["serviceAccount"] : pod.Spec["serviceAccountName"], null);
        }

        YamlValue provider = manifest.Spec["provider"];
        return manifest.Kind switch
        {
            "SecretStore" or "ClusterSecretStore" => ((YamlValue[])[provider["vault", "auth"]["kubernetes", Reference], provider["vault", "auth"]["jwt", "kubernetesServiceAccountToken"][Reference], provider["aws", "auth"]["jwt", Reference],
                provider["azurekv", Reference], provider["gcpsm", "auth"]["workloadIdentity", Reference], provider["kubernetes", "auth"]["serviceAccount"]]).SelectMany(account => Named(account["name"], account.TextOf("namespace"))),
            "VaultAuth" => ((YamlValue[])[manifest.Spec["kubernetes", "serviceAccount"], manifest.Spec["jwt", "serviceAccount"], manifest.Spec["aws", "irsaServiceAccount"], manifest.Spec["gcp", "workloadIdentityServiceAccount"]]).SelectMany(name => Named(name, null)),
            _ => [],
        };
    }

    private static IEnumerable<(YamlValue Name, string? Namespace)> Named(YamlValue name, string? space) => name.Text is { Length: > 0 } ? [(name, space)] : [];
}
