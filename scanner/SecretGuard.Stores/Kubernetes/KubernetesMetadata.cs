using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Kubernetes;

/// <summary>Reads the metadata of a Secret. Of annotations only is looked whether one is there that holds values.</summary>
internal static class KubernetesMetadata
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>What it tells.</summary>
    public static SecretMetadata Of(JsonElement metadata)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        DateTimeOffset? updated = null;
        foreach (JsonElement manager in metadata.At("managedFields").Items())
        {
            updated = manager.At("time").Time() is { } time && !(time <= updated) ? time : updated;
            keys.UnionWith(manager.At("fieldsV1", "f:data").Members().Where(member => member.Name.StartsWith("f:", StringComparison.Ordinal)).Select(member => member.Name[2..]));
        }

        return new SecretMetadata
        {
            Version = metadata.At("resourceVersion").Text(),
            Created = metadata.At("creationTimestamp").Time(),
            Updated = updated,
            Fields = keys.Count > 0 ? new FieldNames([.. keys], AreComplete: false) : null,
        };
    }

    /// <summary>What deserves to be known of it; empty where nothing does.</summary>
    public static string Remark(JsonElement metadata) => metadata.At("annotations", LastApplied).ValueKind == JsonValueKind.String
        ? $"its annotation {LastApplied} shows what was applied, values too, to all who may read its metadata: apply it with 'kubectl apply --server-side'"
        : "";
}
