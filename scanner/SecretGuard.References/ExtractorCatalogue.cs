using SecretGuard.References.AzureSettings;
using SecretGuard.References.Compose;
using SecretGuard.References.Docker;
using SecretGuard.References.GitHub;
using SecretGuard.References.Helm;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Markdown;
using SecretGuard.References.Pipelines;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;

namespace SecretGuard.References;

/// <summary>Every extractor. A new one has its line here.</summary>
public static class ExtractorCatalogue
{
    /// <summary>All of them; several may read one text.</summary>
    public static IReadOnlyList<IExtractor> All { get; } =
    [
        new KubernetesExtractor(),
        new MarkdownExtractor(),
        new ComposeExtractor(),
        new ShellExtractor(),
        new GitHubActionsExtractor(),
        new AzurePipelinesExtractor(),
        new GitLabExtractor(),
        new AzureSettingsExtractor(),
        new TerraformExtractor(),
        new HelmValuesExtractor(),
        new KustomizeExtractor(),
        new DockerfileExtractor(),
    ];

    /// <summary>Has a text read by all that may read it.</summary>
    public static void Read(SourceText source, Extraction found)
    {
        foreach (IExtractor extractor in All)
        {
            if (extractor.MayRead(source))
            {
                extractor.Read(source, found);
            }
        }
    }
}
