using SecretGuard.Inventories;
using SecretGuard.References.Helm;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>
/// Objects of operators that are no stores: of Flux, Argo CD, cert-manager, Prometheus, CloudNativePG, KEDA, Traefik, Strimzi and whoever follows the same customs. They
/// name secrets of their cluster as <c>…SecretRef</c>, as an object of kind Secret, or as a name with a key below a word for a secret.
/// </summary>
internal static class CustomResources
{
    private const string Name = "name", Key = "key";

    /// <summary>Groups that mean a secret wherever they name a key of something that is no ConfigMap.</summary>
    private static readonly string[] Selecting = ["monitoring.coreos.com", "postgresql.cnpg.io"];

    /// <summary>Groups whose objects take the secret of a <c>secretName</c>; elsewhere it may be one that they make.</summary>
    private static readonly string[] Taking = ["traefik.io", "traefik.containo.us", "kafka.strimzi.io", "projectcontour.io", "tekton.dev", "k8s.nginx.org"];

    /// <summary>Words in the name of a reference to what the operator writes itself.</summary>
    private static readonly string[] Writing = ["write", "output", "destination", "publish", "privateKeySecretRef"];

    /// <summary>Reads an object of a group that somebody added to the cluster.</summary>
    public static void Read(Manifest manifest)
    {
        string group = manifest.ApiVersion.Split('/')[0];
        if (!group.Contains('.', StringComparison.Ordinal) || group.EndsWith(".k8s.io", StringComparison.Ordinal))
        {
            return;
        }

        YamlValue[] values = [.. Values(manifest)];
        foreach ((YamlValue scalar, YamlPath? path) in YamlWalk.Scalars(manifest.Spec))
        {
            if (path is not null && !IsWithin(path, values))
            {
                Read(manifest, group, scalar, path);
            }
        }

        foreach (YamlValue value in values.SelectMany(value => value.Text is null ? [value] : YamlDocuments.Read(value.Inner().As("yaml")).Roots))
        {
            HelmValuesExtractor.Read(value, (reference, at, provides) => manifest.Found.Add(reference with { Address = manifest.Kind == "HelmRelease" ? manifest.Namespace : null }, at, manifest.Consumer, provides));
        }

        if (manifest.Kind is "TriggerAuthentication" or "ClusterTriggerAuthentication")
        {
            KedaAuthentications.Read(manifest);
        }
    }

    /// <summary>Values of charts, as mappings or as texts.</summary>
    private static IEnumerable<YamlValue> Values(Manifest manifest) => manifest.Kind switch
    {
        "HelmRelease" => [manifest.Spec["values"]],
        "Application" => manifest.Spec["sources"].Items.Prepend(manifest.Spec["source"]).Select(source => source["helm"]).SelectMany(helm => new[] { helm["values"], helm["valuesObject"] }),
        _ => [],
    };

    private static bool IsWithin(YamlPath path, YamlValue[] values)
    {
        for (YamlPath? at = path; at is not null; at = at.Up)
        {
            if (values.Contains(at.Owner))
            {
                return true;
            }
        }

        return false;
    }

    private static void Read(Manifest manifest, string group, YamlValue scalar, YamlPath path)
    {
        YamlValue owner = path.Owner;
        string above = path.Above;
        if (path.Key == Name && scalar.Text!.Length > 0 && Means(group, owner, above))
        {
            YamlValue key = owner[Key].Text is null ? owner["valuesKey"] : owner[Key];
            SecretReference secret = manifest.Secret(scalar.Text, key.Text, above.Length > 0 ? above : manifest.Kind, owner.Says("optional")) with { Address = owner.TextOf("namespace") ?? manifest.Namespace };
            manifest.Add(secret, key.Text is null ? scalar : key, Writing.Any(word => above.Contains(word, StringComparison.OrdinalIgnoreCase)) ? secret : null);
        }
        else if (IsNameOfTaken(manifest, group, path))
        {
            manifest.AddSecret(scalar, path.Key);
        }
    }

    /// <summary>Whether the <c>name</c> of a mapping is that of a secret.</summary>
    private static bool Means(string group, YamlValue owner, string above)
    {
        bool isSelector = owner[Key].Text is not null && owner.Members.All(member => member.Key.Text is Name or Key or "optional");
        return above is "secretRef" or "secretKeyRef" || above.EndsWith("SecretRef", StringComparison.Ordinal)
            || (owner.TextOf("kind") == "Secret" && !owner["metadata"].IsMap)
            || (above.EndsWith("Secret", StringComparison.Ordinal) && owner["kind"].Text is null)
            || (above == "secret" && (isSelector || Selecting.Contains(group, StringComparer.Ordinal)))
            || (isSelector && !above.StartsWith("configMap", StringComparison.Ordinal) && (Selecting.Contains(group, StringComparer.Ordinal) || ReferenceOf.SaysSecret(above)));
    }

    private static bool IsNameOfTaken(Manifest manifest, string group, YamlPath path) => path.Key switch
    {
        "secretName" => Taking.Contains(group, StringComparer.Ordinal) || (manifest.Kind is "Issuer" or "ClusterIssuer" && path.Above == "ca"),
        "secret" => group.StartsWith("traefik.", StringComparison.Ordinal),
        _ => false,
    };
}
