using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Stores that are asked without TLS, or whose certificate nobody looks at. What never leaves the pod is left alone.</summary>
internal sealed class StoreTransportLint : ILint
{
    private const string Plain = "http://", Service = ".svc";
    private const int VaultPort = 8200;

    private static readonly string[] Addresses = ["VAULT_ADDR", "BAO_ADDR"], Skips = ["VAULT_SKIP_VERIFY", "BAO_SKIP_VERIFY"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.PlainHttp, ManifestRules.HttpInCluster, ManifestRules.Unverified];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (Manifest manifest in text.Manifests.Concat(text.Patched))
        {
            foreach (YamlValue address in AddressesIn(manifest))
            {
                LookAt(manifest, address, found);
            }

            foreach (YamlValue skip in SkipsIn(manifest).Where(skip => skip.Text is "true" or "True" or "1"))
            {
                found.Add(ManifestRules.Unverified, skip.Location, manifest.Consumer, "whoever answers at the store's address is taken for it, and gets what signs in there");
            }
        }
    }

    private static IEnumerable<YamlValue> AddressesIn(Manifest manifest) => manifest.Kind switch
    {
        "SecretStore" or "ClusterSecretStore" => YamlWalk.Scalars(manifest.Spec["provider"]).Select(scalar => scalar.Scalar),
        "SecretProviderClass" => [manifest.Spec["parameters", "vaultAddress"]],
        "VaultConnection" => [manifest.Spec["address"]],
        _ when PodTemplate.Of(manifest) is { } pod => VariablesOf(pod, Addresses).Append(pod.Metadata["annotations", "vault.hashicorp.com/service"]),
        _ => [],
    };

    private static IEnumerable<YamlValue> SkipsIn(Manifest manifest) => manifest.Kind switch
    {
        "SecretProviderClass" => [manifest.Spec["parameters", "vaultSkipTLSVerify"]],
        "VaultConnection" => [manifest.Spec["skipTLSVerify"]],
        _ when PodTemplate.Of(manifest) is { } pod => VariablesOf(pod, Skips).Append(pod.Metadata["annotations", "vault.hashicorp.com/tls-skip-verify"]),
        _ => [],
    };

    private static IEnumerable<YamlValue> VariablesOf(PodTemplate pod, string[] names) =>
        pod.Containers.SelectMany(container => container["env"].Items).Where(variable => names.Contains(variable.TextOf("name"), StringComparer.Ordinal)).Select(variable => variable["value"]);

    private static void LookAt(Manifest manifest, YamlValue address, LintFindings found)
    {
        if (address.Text?.StartsWith(Plain, StringComparison.OrdinalIgnoreCase) != true)
        {
            return;
        }

        bool isKnown = !OpenName.IsOpen(address.Text) && Uri.TryCreate(address.Text, UriKind.Absolute, out Uri? url) && !url.IsLoopback;
        if (isKnown ? IsOfCluster(new Uri(address.Text)) : OpenName.IsOpen(address.Text) && address.Text.Contains(Service, StringComparison.Ordinal))
        {
            found.Add(ManifestRules.HttpInCluster, address.Location, $"{manifest.Consumer} {address.Text}", "the login and every secret pass through the cluster's network as they are: each node and each pod that can listen there reads them");
        }
        else if (isKnown)
        {
            found.Add(ManifestRules.PlainHttp, address.Location, $"{manifest.Consumer} {address.Text}", "the login and every secret leave the cluster as they are, for everybody on the way to read and to change");
        }
    }

    /// <summary>A service's name, alone or with its namespace; <c>vault.vault:8200</c> is no name of the internet.</summary>
    private static bool IsOfCluster(Uri url)
    {
        string[] labels = url.Host.Split('.');
        return url.HostNameType is not (UriHostNameType.IPv4 or UriHostNameType.IPv6) && (labels.Length == 1 || labels.Skip(2).FirstOrDefault() == "svc" || url.Host.EndsWith(".cluster.local", StringComparison.OrdinalIgnoreCase) || (labels.Length == 2 && url.Port == VaultPort));
    }
}
