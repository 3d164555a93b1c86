using SecretGuard.References.AzureSettings;
using SecretGuard.References.Compose;
using SecretGuard.References.Json;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Linting.Templates;
using SecretGuard.References.Markdown;
using SecretGuard.References.Pipelines;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting;

/// <summary>A text that lints look at: a file, or a part of one. Each of its forms is read when a lint first asks for it; what cannot be read is empty, for the extractors tell that.</summary>
internal sealed class LintText
{
    private readonly Lazy<IReadOnlyList<YamlValue>> _roots;
    private readonly Lazy<IReadOnlyList<Manifest>> _manifests;
    private readonly Lazy<IReadOnlyList<Manifest>> _patched;
    private readonly Lazy<IReadOnlyList<HclBlock>> _blocks;
    private readonly Lazy<ShellScript> _script;
    private readonly Lazy<IReadOnlyList<BicepResource>> _resources;
    private readonly Lazy<IReadOnlyList<TemplateVariable>> _variables;

    public LintText(SourceText source)
    {
        Source = source;
        _roots = new(() => source.IsYaml ? YamlDocuments.Read(source).Roots : IsJson ? [JsonDocuments.Read(source, new Extraction())] : []);
        _manifests = new(() => source.IsYaml && !KubernetesExtractor.HasObjects(source) ? [] : Objects(KubernetesExtractor.Objects));
        _patched = new(() => (source.IsYaml || IsListOfJson) && Patches.MayStandIn(source) ? Objects(Patches.In) : []);
        _blocks = new(() => TerraformExtractor.IsTerraform(source) ? HclReader.Read(source) : []);
        _script = new(() => IsScript ? ShellScript.Read(source) : ShellScript.Empty);
        _resources = new(() => BicepResource.IsBicep(source) ? BicepResource.In(source) : []);
        _variables = new(() => IsOfContainer ? [] : TemplateVariables.In(this));
    }

    /// <summary>The text and its place.</summary>
    public SourceText Source { get; }

    /// <summary>Whether it stands in a document for people.</summary>
    public bool IsDocumentation => MarkdownExtractor.IsDocument(Source.Path);

    /// <summary>Whether it is JSON.</summary>
    public bool IsJson => Source.IsPart && Source.Language is not null ? Source.Language is "json" or "jsonc" or "json5" : Source.HasEnd(".json", ".jsonc");

    private bool IsListOfJson => IsJson && Source.Text.AsSpan().TrimStart() is ['[', ..];

    /// <summary>Whether it is a script of a shell.</summary>
    public bool IsScript => ShellExtractor.IsScript(Source);

    /// <summary>The documents of YAML or JSON.</summary>
    public IReadOnlyList<YamlValue> Roots => _roots.Value;

    /// <summary>The objects of Kubernetes.</summary>
    public IReadOnlyList<Manifest> Manifests => _manifests.Value;

    /// <summary>What patches make of objects that stand elsewhere. What such a part lacks, the object may have.</summary>
    public IReadOnlyList<Manifest> Patched => _patched.Value;

    /// <summary>The blocks of Terraform.</summary>
    public IReadOnlyList<HclBlock> Blocks => _blocks.Value;

    /// <summary>The commands of a script, those in substitutions and in scripts of commands among them.</summary>
    public IReadOnlyList<ShellCommand> Commands => Script.Commands;

    /// <summary>The text as a script; empty where it is none.</summary>
    public ShellScript Script => _script.Value;

    /// <summary>Whether it is a script that a pipeline runs: what it prints is kept in a log.</summary>
    public bool IsPipelineStep => Source.Holder is "github-actions" or "azure-pipelines" or "gitlab-ci" or ScriptPipelineExtractor.Holder or JenkinsExtractor.Holder;

    /// <summary>Whether it is a script that a container runs: what it prints is kept in the container's log.</summary>
    public bool IsOfContainer => Source.Holder is PodScripts.Holder or ServiceScripts.Holder;

    /// <summary>The resources of Bicep.</summary>
    public IReadOnlyList<BicepResource> BicepResources => _resources.Value;

    /// <summary>The variables that it is filled with: <c>${NAME}</c>. Those of the commands of a pipeline are of the parts that hold these; those of the commands of a container are of its file.</summary>
    public IReadOnlyList<TemplateVariable> Variables => _variables.Value;

    private IReadOnlyList<Manifest> Objects(Func<YamlValue, IEnumerable<YamlValue>> objects) =>
        [.. Roots.SelectMany(objects).Select(root => new Manifest(root, new Extraction())).Where(manifest => manifest.Kind.Length > 0 && manifest.ApiVersion.Length > 0)];
}
