using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>
/// Manifests of Kubernetes, and of the operators that bring secrets into a cluster: plain, in lists, in templates of Helm. The kinds and their fields are those of the
/// API references of Kubernetes, the External Secrets Operator, the Secrets Store CSI driver, cert-manager and HashiCorp's operators.
/// </summary>
internal sealed class KubernetesExtractor : IExtractor
{
    private static readonly Dictionary<string, Action<Manifest>> Readers = new(StringComparer.Ordinal)
    {
        ["ExternalSecret"] = ExternalSecrets.Read,
        ["ClusterExternalSecret"] = ExternalSecrets.Read,
        ["PushSecret"] = ExternalSecrets.ReadPush,
        ["SecretStore"] = SecretStores.Read,
        ["ClusterSecretStore"] = SecretStores.Read,
        ["SecretProviderClass"] = ProviderClasses.Read,
        ["VaultStaticSecret"] = VaultSecrets.Read,
        ["VaultDynamicSecret"] = VaultSecrets.ReadDynamic,
        ["VaultPKISecret"] = VaultSecrets.ReadCertificate,
        ["VaultAuth"] = VaultSecrets.ReadLogin,
        ["VaultAuthGlobal"] = VaultSecrets.ReadLogin,
        ["VaultConnection"] = VaultSecrets.ReadLogin,
        ["ConfigMap"] = ConfigMaps.Read,
        ["Component"] = DaprComponents.Read,
        ["HTTPEndpoint"] = DaprComponents.Read,
        ["Ingress"] = NamedSecrets.ReadIngress,
        ["Gateway"] = NamedSecrets.ReadGateway,
        ["Certificate"] = NamedSecrets.ReadCertificate,
        ["Secret"] = NamedSecrets.ReadSecret,
        [NamedSecrets.SealedSecret] = NamedSecrets.ReadSecret,
        ["ServiceAccount"] = NamedSecrets.ReadServiceAccount,
    };

    private static readonly string[] Operators = ["external-secrets.io", "secrets-store.csi.x-k8s.io"];

    /// <inheritdoc/>
    public string Name => "kubernetes";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => source.IsYaml && (HasObjects(source) || Patches.MayStandIn(source));

    /// <summary>Whether a text has what every object has.</summary>
    public static bool HasObjects(SourceText source) =>
        source.Text.Contains("apiVersion:", StringComparison.Ordinal) && source.Text.Contains("kind:", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (YamlValue root in YamlDocuments.Read(source, found).SelectMany(root => Objects(root).Concat(Patches.In(root))))
        {
            Read(root, found);
        }
    }

    /// <summary>Reads one object.</summary>
    public static void Read(YamlValue root, Extraction found)
    {
        var manifest = new Manifest(root, found);
        if (Readers.TryGetValue(manifest.Kind, out Action<Manifest>? read))
        {
            read(manifest);
            AddObject(manifest);
        }
        else
        {
            ReadOther(manifest);
        }
    }

    private static void ReadOther(Manifest manifest)
    {
        if (PodTemplate.Of(manifest) is null)
        {
            CustomResources.Read(manifest);
        }
        else
        {
            Pods.Read(manifest);
        }
    }

    /// <summary>What an operator works on; a name that a template makes is known only to it.</summary>
    private static void AddObject(Manifest manifest)
    {
        string group = manifest.ApiVersion.Split('/')[0];
        YamlValue name = manifest.Root["metadata", "name"];
        if (Operators.Contains(group, StringComparer.Ordinal) && name.Text is { Length: > 0 } text && IsName(text) && (manifest.Namespace is null || IsName(manifest.Namespace)))
        {
            manifest.Found.Add(new ClusterObject(group, manifest.Kind, manifest.Namespace, text, name.Location));
        }
    }

    private static bool IsName(string text) => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.');

    /// <summary>The objects of a document: itself, or the items of a list.</summary>
    public static IEnumerable<YamlValue> Objects(YamlValue root) =>
        root.TextOf("kind") is { } kind && kind.EndsWith("List", StringComparison.Ordinal) && root["items"].Items.Count > 0 ? root["items"].Items : [root];
}
