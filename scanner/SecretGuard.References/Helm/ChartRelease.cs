using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Helm;

/// <summary>
/// A chart of this repository as it is installed, with the values that this says: by a HelmRelease of Flux, an Application or ApplicationSet of Argo CD, a Kustomization. By the
/// API references of each.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="Folder">The folder of the chart; null where it is none of this repository.</param>
/// <param name="Environments">The environments that it is for: empty for all; null for none that is declared.</param>
internal sealed record ChartRelease(string Name, string? Folder, IReadOnlyList<DeclaredEnvironment>? Environments)
{
    private const string Flux = "HelmRelease", Argo = "Application", ArgoSet = "ApplicationSet", Charts = "helmCharts";

    /// <summary>Whether this says values alone, for one of the same name that says the chart.</summary>
    public bool IsPatch { get; init; }

    /// <summary>The files of values that it names, from the root, in their order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Whether the chart's own file of values counts, which those files may take the place of.</summary>
    public bool TakesOwn { get; init; } = true;

    /// <summary>Whether it takes values from elsewhere, below its own.</summary>
    public bool TakesOthers { get; init; }

    /// <summary>What it says itself, the lowest first.</summary>
    public IReadOnlyList<YamlValue> Values { get; init; } = [];

    /// <summary>Whether a text may declare one.</summary>
    public static bool MayStandIn(SourceText source) => source.Text.Contains(Flux, StringComparison.Ordinal) || source.Text.Contains(Argo, StringComparison.Ordinal) || source.Text.Contains(Charts, StringComparison.Ordinal);

    /// <summary>Those that a file declares.</summary>
    /// <param name="source">The file.</param>
    /// <param name="words">The environments that names speak of.</param>
    public static IEnumerable<ChartRelease> In(SourceText source, EnvironmentWords words) =>
        YamlDocuments.Read(source).Roots.SelectMany(root => root[Charts].Items.Select(chart => OfKustomize(root, chart, words)).Concat(KubernetesExtractor.Objects(root).SelectMany(one => one.TextOf("kind") switch
        {
            Flux => [OfFlux(one, words)],
            Argo => OfApplication(one, words),
            ArgoSet => ApplicationSet.Applications(one).SelectMany(application => OfApplication(application, words)),
            _ => Enumerable.Empty<ChartRelease>(),
        })));

    private static ChartRelease OfKustomize(YamlValue root, YamlValue chart, EnvironmentWords words)
    {
        string folder = RepositoryPath.FolderOf(root.Source.Path), name = chart.TextOf("name") ?? "", home = root["helmGlobals", "chartHome"].Text ?? "charts";
        string[] files = [.. chart["additionalValuesFiles"].Items.Prepend(chart["valuesFile"]).Select(file => file.Text).OfType<string>()];
        return new ChartRelease(chart.TextOf("releaseName") ?? name, RepositoryPath.Join(folder, $"{home}/{name}"), words.OfDeclared(root.Source.Path) ?? words.OfNames([.. files, .. folder.Split('/').Reverse()]))
        {
            Files = [.. files.Select(file => RepositoryPath.Join(folder, file)).OfType<string>()],
            Values = [chart["valuesInline"]],
        };
    }

    private static IEnumerable<ChartRelease> OfApplication(YamlValue root, EnvironmentWords words) =>
        root["spec", "sources"].Items.Append(root["spec", "source"]).Where(one => one.IsMap).Select(one => OfArgo(root, one, words));

    private static ChartRelease OfFlux(YamlValue root, EnvironmentWords words)
    {
        YamlValue spec = root["spec"], chart = spec["chart", "spec"];
        bool isHere = chart["sourceRef", "kind"].Text is null or "GitRepository";
        string[] files = [.. chart["valuesFiles"].Items.Select(file => file.Text).OfType<string>()];
        return new ChartRelease(NameOf(root), isHere && chart.TextOf("chart") is { } path ? RepositoryPath.Join("", path) : null, For(root, spec.TextOf("targetNamespace"), [], words))
        {
            IsPatch = !spec["chart"].IsMap && !spec["chartRef"].IsMap,
            Files = [.. files.Select(file => RepositoryPath.Join("", file)).OfType<string>()],
            TakesOwn = files.Length == 0,
            TakesOthers = spec["valuesFrom"].Items.Count > 0,
            Values = [spec["values"]],
        };
    }

    private static ChartRelease OfArgo(YamlValue root, YamlValue from, EnvironmentWords words)
    {
        YamlValue helm = from["helm"];
        string? folder = from.TextOf("path") is { } path ? RepositoryPath.Join("", path) : null;
        string?[] files = [.. helm["valueFiles"].Items.Select(file => file.Text switch
        {
            ['$', .. string other] => other.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? RepositoryPath.Join("", other[slash..]) : null, // of another source, which may be this repository
            ['/', .. string whole] => RepositoryPath.Join("", whole),
            { } own when folder is not null => RepositoryPath.Join(folder, own),
            _ => null,
        })];
        YamlValue inline = helm["valuesObject"].IsMap ? helm["valuesObject"] : helm["values"].Text is null ? YamlValue.Nothing : YamlDocuments.Read(helm["values"].Inner().As("yaml")).Roots is [var only, ..] ? only : YamlValue.Nothing;
        return new ChartRelease(NameOf(root), folder, For(root, root["spec", "destination", "namespace"].Text, files.OfType<string>(), words))
        {
            Files = [.. files.OfType<string>()],
            TakesOthers = files.Contains(null),
            Values = [inline, .. helm["parameters"].Items.Where(one => one.TextOf("name") is not null).Select(one => Nested(one["value"], one.TextOf("name")!.Split('.')))],
        };
    }

    /// <summary>By the declaration where it names the file; else by its own name, where it installs, the files that it takes, and where it stands.</summary>
    private static IReadOnlyList<DeclaredEnvironment>? For(YamlValue root, string? space, IEnumerable<string> files, EnvironmentWords words) =>
        words.OfDeclared(root.Source.Path) ?? words.OfNames([.. files.Select(file => file[(file.LastIndexOf('/') + 1)..]), NameOf(root), space ?? root["metadata", "namespace"].Text ?? "", .. root.Source.Path.Split('/').Reverse()]);

    private static string NameOf(YamlValue root) => root["metadata", "name"].Text ?? "";

    /// <summary>A value below some keys.</summary>
    public static YamlValue Nested(YamlValue value, string[] keys)
    {
        for (int i = keys.Length - 1; i >= 0; i--)
        {
            var map = new YamlValue(value.Source, value.Start, value.End) { IsMap = true };
            map.Add(new YamlValue(value.Source, value.Start, value.End) { Text = keys[i] }, value);
            value = map;
        }

        return value;
    }
}
