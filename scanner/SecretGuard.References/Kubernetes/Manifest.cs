using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>One object of a cluster as a file describes it.</summary>
/// <param name="Root">The whole of it.</param>
/// <param name="Found">Where what it refers to goes.</param>
internal sealed record Manifest(YamlValue Root, Extraction Found)
{
    private const string DefaultKind = "Secret";

    /// <summary><c>Deployment</c>.</summary>
    public string Kind { get; init; } = Root.TextOf("kind") ?? "";

    /// <summary>Group and version: <c>external-secrets.io/v1</c>.</summary>
    public string ApiVersion { get; } = Root.TextOf("apiVersion") ?? "";

    /// <summary>Its name, or an empty text.</summary>
    public string Name { get; } = Root["metadata", "name"].Text ?? Root["metadata", "generateName"].Text ?? "";

    /// <summary>Its namespace where the file says one: Kustomize, Helm and kubectl may put it elsewhere.</summary>
    public string? Namespace { get; } = Root["metadata", "namespace"].Text;

    /// <summary>The file.</summary>
    public string Path => Root.Source.Path;

    /// <summary>Where its name stands, or all of it where it has none.</summary>
    public Location NameLocation => (Root["metadata", "name"].Text is null ? Root["metadata"].IsMap ? Root["metadata"] : Root : Root["metadata", "name"]).Location;

    /// <summary>Whether this makes secrets of the cluster out of what a store of the External Secrets Operator holds.</summary>
    public bool IsExternalSecret => Kind is "ExternalSecret" or "ClusterExternalSecret";

    /// <summary>Whether this is a store of the External Secrets Operator.</summary>
    public bool IsStore => Kind is "SecretStore" or "ClusterSecretStore";

    /// <summary>What it is to be.</summary>
    public YamlValue Spec => Root["spec"];

    /// <summary>What an ExternalSecret is to be; of a ClusterExternalSecret what those are to be that it makes.</summary>
    public YamlValue ExternalSpec => Kind == "ClusterExternalSecret" ? Spec["externalSecretSpec"] : Spec;

    /// <summary>Who refers: <c>Deployment/backend</c>.</summary>
    public string Consumer => $"{Kind}/{Name}";

    /// <summary>A secret of the cluster in the object's own namespace.</summary>
    public SecretReference Secret(string name, string? key, string via, bool? optional = null) =>
        new(StoreTypes.Kubernetes, ReferenceKinds.Secret, name) { Property = key, Address = Namespace, IsSecret = true, IsOptional = optional, Via = via };

    /// <summary>A key that this object writes into a secret of the cluster.</summary>
    public SecretReference Written(string name, string? key) => Secret(name, key, Kind);

    /// <summary>Adds a reference that stands at a value.</summary>
    public void Add(SecretReference reference, YamlValue at, SecretReference? provides = null) =>
        Found.Add(new InventoryRecord(reference, at.Location, Consumer) { Provides = provides });

    /// <summary>Adds a secret of the cluster that a value names, if it names one.</summary>
    public void AddSecret(YamlValue name, string via, bool? optional = null)
    {
        if (name.Text is { } text)
        {
            Add(Secret(text, null, via, optional), name);
        }
    }

    /// <summary>Adds the secrets of a list whose elements name them: <c>imagePullSecrets</c>.</summary>
    public void AddSecrets(YamlValue list, string key, string via)
    {
        foreach (YamlValue item in list.Items)
        {
            if (item.TextOf("kind") is null or DefaultKind)
            {
                AddSecret(item[key], via);
            }
        }
    }
}
