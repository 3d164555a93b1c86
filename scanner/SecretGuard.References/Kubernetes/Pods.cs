using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>What the containers of a pod get: variables, whole secrets as variables, volumes, and what images are pulled with.</summary>
internal static class Pods
{
    /// <summary>Reads a pod, or what makes pods.</summary>
    public static void Read(Manifest manifest)
    {
        if (PodTemplate.Of(manifest) is not { } pod)
        {
            return;
        }

        foreach (PodSecret secret in pod.Secrets())
        {
            manifest.Add(manifest.Secret(secret.Name, secret.Key, secret.Via, secret.IsOptional), secret.At, secret.Variable is null ? null : Variable(secret.Variable));
        }

        foreach (YamlValue provider in pod.Classes())
        {
            manifest.Add(new SecretReference(StoreTypes.Kubernetes, ReferenceKinds.ProviderClass, provider.Text!) { Address = manifest.Namespace, IsSecret = true, IsOptional = false, Via = "csi" }, provider);
        }

        foreach (YamlValue volume in pod.Spec["volumes"].Items)
        {
            manifest.AddSecret(volume["csi", "nodePublishSecretRef", "name"], "nodePublishSecretRef");
        }

        manifest.AddSecrets(pod.Spec["imagePullSecrets"], "name", "imagePullSecrets");
        PodScripts.Read(manifest, pod);
        VaultAnnotations.Read(manifest, pod.Metadata["annotations"]);
    }

    private static SecretReference Variable(string name) => new(StoreTypes.Environment, ReferenceKinds.Variable, name) { IsSecret = true, Via = "env" };
}
