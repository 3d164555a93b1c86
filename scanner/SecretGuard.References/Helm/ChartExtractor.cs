using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Helm;

/// <summary>
/// Charts of Helm, with the values that stand beside their templates: a template alone says <c>*</c> for what its values name. As the language of templates is described in
/// Helm's chart template guide; nothing is run.
/// </summary>
internal sealed class ChartExtractor : IJointExtractor
{
    private const string ChartFile = "Chart.yaml";
    private const string ValuesFile = "values.yaml";
    private const string Templates = "/templates/";

    private static readonly KubernetesExtractor Manifests = new();

    /// <inheritdoc/>
    public string Name => "helm-chart";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => !source.IsPart && source.IsYaml && (source.FileName == ChartFile || IsValues(source) || IsTemplate(source));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found) => Join([Draft(source)], found);

    /// <inheritdoc/>
    public FileDraft Draft(SourceText source) => new ChartDraft(this, source);

    /// <inheritdoc/>
    public void Join(IReadOnlyList<FileDraft> drafts, Extraction found)
    {
        ChartDraft[] files = [.. drafts.OfType<ChartDraft>()];
        Dictionary<string, YamlValue> charts = files.Where(file => file.Source.FileName == ChartFile).ToDictionary(file => file.Folder, file => RootOf(file.Source), StringComparer.Ordinal);
        if (charts.Count == 0)
        {
            return;
        }

        string? ChartOf(string path) => charts.Keys.Where(folder => path.StartsWith(Prefix(folder), StringComparison.Ordinal)).MaxBy(folder => folder.Length);
        ILookup<string?, ChartDraft> byChart = files.ToLookup(file => ChartOf(file.Path), StringComparer.Ordinal);
        YamlValue[] elsewhere = [.. byChart[null].Where(file => IsValues(file.Source)).Select(file => RootOf(file.Source))];
        foreach ((string folder, YamlValue chart) in charts.OrderBy(chart => chart.Key, StringComparer.Ordinal))
        {
            ILookup<bool, YamlValue> values = byChart[folder].Where(file => IsValues(file.Source)).ToLookup(file => file.Path == Prefix(folder) + ValuesFile, file => RootOf(file.Source));
            IEnumerable<YamlValue> above = byChart[ChartOf(folder)].Where(file => folder.Length > 0 && IsValues(file.Source)).Select(file => RootOf(file.Source)[chart.TextOf("name") ?? ""]);
            Read(byChart[folder], new TemplateScope(new ChartValues(values[true].FirstOrDefault() ?? YamlValue.Nothing, [.. values[false], .. elsewhere, .. above]), chart), found);
        }
    }

    private static void Read(IEnumerable<ChartDraft> files, TemplateScope scope, Extraction found)
    {
        foreach (ChartDraft template in files.Where(file => IsTemplate(file.Source)))
        {
            Read(template.Source, scope, found);
        }
    }

    private static void Read(SourceText template, TemplateScope scope, Extraction found)
    {
        if (TemplateRendering.Of(template.Text, scope) is not { } rendering)
        {
            return;
        }

        var rendered = new Extraction();
        Manifests.Read(new SourceText(template.Path, rendering.Text), rendered);
        foreach (InventoryRecord record in rendered.Records)
        {
            found.Add(record with { Location = rendering.PlaceOf(record.Location) });
        }
    }

    private static bool IsTemplate(SourceText source) => $"/{source.Path}".Contains(Templates, StringComparison.Ordinal) && TemplateText.IsOne(source.Text);

    private static bool IsValues(SourceText source) => source.FileName.Contains("values", StringComparison.OrdinalIgnoreCase) && !$"/{source.Path}".Contains(Templates, StringComparison.Ordinal);

    private static string Prefix(string folder) => folder.Length == 0 ? "" : folder + "/";

    private static YamlValue RootOf(SourceText source) => YamlDocuments.Read(source).Roots is [var root, ..] ? root : YamlValue.Nothing;

    private sealed record ChartDraft(IJointExtractor Extractor, SourceText Source) : FileDraft(Extractor, Source.Path);
}
