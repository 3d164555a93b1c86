using SecretGuard.References.Kubernetes;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Files that kustomizations put into objects of other files. What a part there lacks, the object may have.</summary>
internal sealed class PatchFiles
{
    private readonly ILookup<string, string> _users;

    /// <summary>Takes what kustomizations list.</summary>
    public PatchFiles(IEnumerable<Kustomized> kustomizations) =>
        _users = kustomizations.SelectMany(one => one.Patches.Select(patch => (patch, one.Path))).ToLookup(used => used.patch, used => used.Path, StringComparer.Ordinal);

    /// <summary>Whether a manifest says only a part of an object.</summary>
    public bool Has(Manifest manifest) => _users.Contains(manifest.Path);

    /// <summary>The kustomizations that use a file so.</summary>
    public IEnumerable<string> UsersOf(string path) => _users[path];
}

/// <summary>What a patch makes of an object, kept for lints that look at all files.</summary>
/// <param name="Manifest">The object, of which only that is known.</param>
internal sealed record PatchPart(Manifest Manifest)
{
    private const string NoKind = "Patch"; // of operations whose target another file says, or nobody

    /// <summary>What a patch makes, of a kind that its fields tell where nothing else does.</summary>
    public static PatchPart Of(Manifest manifest) => new(manifest.Kind != NoKind ? manifest : manifest with { Kind = KindOf(manifest) });

    private static string KindOf(Manifest manifest) => manifest.Spec switch
    {
        { } spec when spec["secretStoreRef"].IsMap || spec["data"].Items.Any(entry => entry["remoteRef"].IsMap) || spec["dataFrom"].Items.Count > 0 => "ExternalSecret",
        { } spec when spec["externalSecretSpec"].IsMap => "ClusterExternalSecret",
        { } spec when spec["secretStoreRefs"].Items.Count > 0 => "PushSecret",
        { } spec when spec["parameters", "keyvaultName"].Text is not null || spec["parameters", "vaultAddress"].Text is not null || spec["parameters", "objects"].Text is not null => "SecretProviderClass",
        _ => NoKind,
    };
}
