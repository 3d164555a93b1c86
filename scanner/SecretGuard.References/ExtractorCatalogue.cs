using SecretGuard.Inventories;
using SecretGuard.References.AzureSettings;
using SecretGuard.References.CloudFormation;
using SecretGuard.References.Compose;
using SecretGuard.References.CSharp;
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
        new ScriptPipelineExtractor(),
        new JenkinsExtractor(),
        new AzureSettingsExtractor(),
        new TerraformExtractor(),
        new HelmValuesExtractor(),
        ChartExtractor.Instance,
        new KustomizeExtractor(),
        new PatchedObjects(),
        new DockerfileExtractor(),
        new CloudFormationExtractor(),
        new CSharpExtractor(),
        new AppSettingsExtractor(),
        new FunctionBindingsExtractor(),
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

    /// <summary>
    /// Has a text read by all that may read it, and by those that a user declared; and lints look at it where somebody asks. What its syntax reads together with other files
    /// is read alone.
    /// </summary>
    public static void Read(SourceText source, Extraction found)
    {
        Look(source, found);
        foreach (IExtractor extractor in ReadersOf(source, found))
        {
            extractor.Read(source, found);
        }
    }

    /// <summary>The same of one file of several: what its syntax reads together with other files becomes a draft, for <see cref="Join"/>.</summary>
    public static void ReadOneOfMany(SourceText source, Extraction found)
    {
        Look(source, found);
        foreach (IExtractor extractor in ReadersOf(source, found))
        {
            if (extractor is IJointExtractor joint)
            {
                found.Add(joint.Draft(source));
            }
            else
            {
                extractor.Read(source, found);
            }
        }
    }

    /// <summary>What drafts refer to together.</summary>
    /// <param name="drafts">They.</param>
    /// <param name="declaration">What is declared; null for nothing.</param>
    public static Extraction Join(IEnumerable<FileDraft> drafts, Declaration? declaration = null)
    {
        var found = new Extraction { Declaration = declaration ?? Declaration.Empty };
        foreach (IGrouping<IJointExtractor, FileDraft> files in drafts.GroupBy(draft => draft.Extractor))
        {
            files.Key.Join([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], found);
        }

        return found;
    }

    /// <summary>Has lints alone look at a text, where somebody asks: at a part that its extractor reads in its own way.</summary>
    internal static void Look(SourceText source, Extraction found)
    {
        if (found.Lints is { } lints)
        {
            LintCatalogue.Look(source, lints);
        }
    }

    private static IEnumerable<IExtractor> ReadersOf(SourceText source, Extraction found) => All.Concat(found.Declared).Where(extractor => extractor.MayRead(source));
}
