using SecretGuard.References.AzureSettings;
using SecretGuard.References.CloudFormation;
using SecretGuard.References.Compose;
using SecretGuard.References.Docker;
using SecretGuard.References.DotNet;
using SecretGuard.References.EnvironmentFiles;
using SecretGuard.References.GitHub;
using SecretGuard.References.Helm;
using SecretGuard.References.HttpFiles;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Linting;
using SecretGuard.References.Markdown;
using SecretGuard.References.Packages;
using SecretGuard.References.Pipelines;
using SecretGuard.References.SecretStrings;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.References.VaultTemplates;

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
        new CloudFormationExtractor(),
        new AppSettingsExtractor(),
        new LaunchSettingsExtractor(),
        new UserSecretsExtractor(),
        new AspireManifestExtractor(),
        new EnvironmentTemplateExtractor(),
        new NuGetConfigExtractor(),
        new NpmConfigExtractor(),
        new HttpFileExtractor(),
        new VaultTemplateExtractor(),
        new SecretStringExtractor(),
    ];

    /// <summary>Has a text read by all that may read it, and by those that a user declared; and lints look at it where somebody asks.</summary>
    public static void Read(SourceText source, Extraction found)
    {
        Look(source, found);
        foreach (IExtractor extractor in All.Concat(found.Declared))
        {
            if (extractor.MayRead(source))
            {
                extractor.Read(source, found);
            }
        }
    }

    /// <summary>Has lints alone look at a text, where somebody asks: at a part that its extractor reads in its own way.</summary>
    internal static void Look(SourceText source, Extraction found)
    {
        if (found.Lints is { } lints)
        {
            LintCatalogue.Look(source, lints);
        }
    }
}
