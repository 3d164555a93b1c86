using SecretGuard.Findings;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>What a patch does to objects.</summary>
/// <param name="Target">Which objects.</param>
/// <param name="Done">An operation of RFC 6902, or a part of an object.</param>
/// <param name="Through">Where a Kustomization names the component whose patch this is; null for its own.</param>
internal sealed record PatchChange(YamlValue Target, YamlValue Done, YamlValue? Through)
{
    /// <summary>Objects that it leaves alone.</summary>
    public IReadOnlyList<YamlValue> Except { get; init; } = [];

    /// <summary>Whether it is an operation.</summary>
    public bool IsOperation => Done.TextOf("op") is not null;

    /// <summary>Where the Kustomization that is deployed says it.</summary>
    public Location Place => (Through ?? Done).Location;

    /// <summary>Whether a place lies in what it says.</summary>
    public bool Says(Location place) =>
        (IsOperation ? Done["value"] : Done).Location is var own && own.Path == place.Path && own.StartLine <= place.StartLine && own.EndLine >= place.EndLine;

    /// <summary>Whether it is an operation that puts in a text, or the end of one.</summary>
    public bool Puts(string text) => Done.TextOf("value") is { } value && (value == text || text.EndsWith("/" + value, StringComparison.Ordinal));
}
