using SecretGuard.References.Kubernetes;

namespace SecretGuard.References;

/// <summary>Every extractor. A new one has its line here.</summary>
public static class ExtractorCatalogue
{
    /// <summary>All of them; several may read one text.</summary>
    public static IReadOnlyList<IExtractor> All { get; } = [new KubernetesExtractor()];
}
