using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Helm;

/// <summary>Values of charts of Helm: by custom, not by a schema, they say which secrets of the cluster a chart is to take.</summary>
internal sealed class HelmValuesExtractor : IExtractor
{
    private const string Existing = "existingSecret";

    private static readonly string[] Signs = [Existing, "ecretName", "magePullSecrets", "secretKeyRef", "secretRef", "EnvVarsSecret"];

    /// <inheritdoc/>
    public string Name => "helm-values";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) =>
        source.IsYaml && (source.FileName.Contains("values", StringComparison.OrdinalIgnoreCase) || (source.IsPart && source.Text.Contains(Existing, StringComparison.Ordinal)))
        && Array.Exists(Signs, sign => source.Text.Contains(sign, StringComparison.Ordinal))
        && !source.Text.Contains("apiVersion:", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (YamlValue root in YamlDocuments.Read(source, found))
        {
            Read(root, (reference, at, provides) => found.Add(reference, at, "", provides));
        }
    }

    /// <summary>Reads values that stand in something else: in a HelmRelease of Flux, in an Application of Argo CD.</summary>
    public static void Read(YamlValue values, Action<SecretReference, Location, SecretReference?> add)
    {
        foreach ((YamlValue scalar, YamlPath? path) in YamlWalk.Scalars(values))
        {
            if (path is not null && NamesSecret(path) && !scalar.Text!.Contains('/', StringComparison.Ordinal)) // else a name in a store: none in a cluster has a slash
            {
                Add(add, scalar, path);
            }
        }
    }

    private static bool NamesSecret(YamlPath path) => path.Key switch
    {
        Existing or "secretName" or "extraEnvVarsSecret" => true,
        "name" => path.Above is "imagePullSecrets" or "pullSecrets" or "secretKeyRef" or "secretRef" or Existing,
        "" => path.Above is "imagePullSecrets" or "pullSecrets",
        _ => path.Key.StartsWith(Existing, StringComparison.Ordinal) && !path.Key.Contains("Key", StringComparison.Ordinal),
    };

    /// <summary>The secret as a whole, or once for every key that stands beside it: <c>existingSecretKey</c>, <c>secretKeys: { adminPasswordKey: … }</c>.</summary>
    private static void Add(Action<SecretReference, Location, SecretReference?> add, YamlValue name, YamlPath path)
    {
        YamlValue owner = path.Owner;
        SecretReference reference = ReferenceOf.Secret(StoreTypes.Kubernetes, name.Text!, path.Key.Length > 0 && path.Key != "name" ? path.Key : path.Above);
        YamlValue[] keys = [.. owner.Members.Where(member => IsKey(path, member.Key.Text)).Select(member => member.Value)
            .Concat(path.Key == Existing ? owner["secretKeys"].Members.Select(member => member.Value) : []).Where(key => key.Text is not null)];
        if (keys.Length == 0)
        {
            add(reference, name.Location, null);
        }

        foreach (YamlValue key in keys)
        {
            add(reference with { Property = key.Text }, key.Location, path.Above == "secretKeyRef" && path.Up?.Up?.Owner.TextOf("name") is { } variable ? ReferenceOf.SecretVariable(variable, "env") : null);
        }
    }

    private static bool IsKey(YamlPath path, string? key) => key is not null && (path.Above is "secretKeyRef" or Existing && path.Key == "name"
        ? key == "key"
        : path.Key == Existing && key.StartsWith(Existing, StringComparison.Ordinal) && key.EndsWith("Key", StringComparison.Ordinal));
}
