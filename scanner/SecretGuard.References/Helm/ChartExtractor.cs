using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.SecretStrings;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Helm;

/// <summary>
/// Charts of Helm, with the values that stand beside their templates, that files of environments lay over these, and that whoever installs them says: a template alone says
/// <c>*</c> for what its values name. As the language of templates is described in Helm's chart template guide; nothing is run.
/// </summary>
internal sealed class ChartExtractor : IJointExtractor
{
    /// <summary>The only one: commands that install charts are drafts of it, whoever finds them.</summary>
    public static ChartExtractor Instance { get; } = new();

    private static readonly KubernetesExtractor Manifests = new();

    /// <summary>What reads files of values.</summary>
    private static readonly IExtractor[] ValuesReaders = [new HelmValuesExtractor(), new SecretStringExtractor()];

    private ChartExtractor()
    {
    }

    /// <inheritdoc/>
    public string Name => "helm-chart";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => ChartFiles.Counts(source);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found) => Join([Draft(source)], found);

    /// <inheritdoc/>
    public FileDraft Draft(SourceText source) => new ChartDraft(this, source);

    /// <inheritdoc/>
    public void Join(IReadOnlyList<FileDraft> drafts, Extraction found)
    {
        SourceText[] files = [.. drafts.OfType<ChartDraft>().Select(draft => draft.Source)];
        var charts = new ChartFiles(files, [.. drafts.OfType<HelmCommand>()], found.Declaration);
        foreach (SourceText file in files)
        {
            ReadValues(file, charts.OnlyFor(file), found);
        }

        ILookup<string?, SourceText> templates = (charts.Charts.Count == 0 ? [] : files.Where(ChartFiles.IsTemplate)).ToLookup(file => charts.ChartOf(file.Path), StringComparer.Ordinal);
        foreach (string folder in charts.Charts.Keys.Order(StringComparer.Ordinal).Where(templates.Contains))
        {
            (string? Environment, TemplateScope Scope)[] installed = [.. charts.Installed(folder).Select(one => (one.Environment, new TemplateScope(one.Values, charts.Charts[folder]) { IsOfEnvironment = one.Environment is not null }))];
            foreach (SourceText template in templates[folder])
            {
                Read(template, installed, charts.WaysOf(folder), found);
            }
        }
    }

    /// <summary>What a file of values refers to by itself, where it is for some environments alone.</summary>
    private static void ReadValues(SourceText file, IReadOnlyList<DeclaredEnvironment> environments, Extraction found)
    {
        var read = new Extraction();
        foreach (IExtractor reader in ValuesReaders.Where(reader => reader.MayRead(file)))
        {
            reader.Read(file, read);
        }

        foreach (InventoryRecord record in read.Records.SelectMany(record => environments.Select(environment => record with { Environment = environment.Name })))
        {
            found.Add(record);
        }
    }

    /// <summary>Reads a template once for each way in which its chart is installed.</summary>
    private static void Read(SourceText template, (string? Environment, TemplateScope Scope)[] installed, int environments, Extraction found)
    {
        (string? Environment, TemplateRendering? Rendering)[] renderings = [.. installed.Select(one => (one.Environment, TemplateRendering.Of(template.Text, one.Scope)))];
        if (Array.TrueForAll(renderings, one => one.Rendering is null))
        {
            return;
        }

        (string? Environment, Extraction Said)[] said = [.. renderings.Select(one => (one.Environment, Read(template, one.Rendering)))];
        ILookup<InventoryRecord, NamePlaces> madeOf = said.SelectMany(one => one.Said.Records).ToLookup(record => record, record => record.MadeOf);
        foreach ((InventoryRecord record, string? environment) in Apart(said, environments, one => one.Records))
        {
            found.Add(record with { Environment = environment, MadeOf = environment is null ? record.MadeOf.With(madeOf[record]) : record.MadeOf });
        }

        foreach ((StoreDeclaration store, string? environment) in Apart(said, environments, one => one.Stores))
        {
            found.Add(store with { Environment = environment });
        }

        foreach ((ClusterObject one, string? environment) in Apart(said, environments, one => one.Objects))
        {
            found.Add(one with { Environment = environment });
        }
    }

    /// <summary>What is said, once where all environments say it, else once for each that does.</summary>
    private static IEnumerable<(T What, string? Environment)> Apart<T>((string? Environment, Extraction Said)[] said, int environments, Func<Extraction, IEnumerable<T>> of)
        where T : class =>
        said.SelectMany(one => of(one.Said).Select(what => (What: what, one.Environment))).Distinct().GroupBy(one => one.What)
            .SelectMany(group => group.Count() == environments ? [(group.Key, null)] : group.Select(one => (one.What, one.Environment)));

    /// <summary>What a template says with the values of one way to install it, at its own places; where none of them is known, what it says alone.</summary>
    private static Extraction Read(SourceText template, TemplateRendering? rendering)
    {
        var read = new Extraction();
        Manifests.Read(rendering is null ? template : new SourceText(template.Path, rendering.Text), read);
        if (rendering is null)
        {
            return read;
        }

        var placed = new Extraction();
        foreach (InventoryRecord record in read.Records)
        {
            placed.Add(record with { Location = rendering.PlaceOf(record.Location), MadeOf = rendering.MadeOf(record.Location) });
        }

        foreach (StoreDeclaration store in read.Stores)
        {
            placed.Add(store with { Location = rendering.PlaceOf(store.Location) });
        }

        foreach (ClusterObject one in read.Objects)
        {
            placed.Add(one with { Location = rendering.PlaceOf(one.Location) });
        }

        return placed;
    }

    private sealed record ChartDraft(IJointExtractor Extractor, SourceText Source) : FileDraft(Extractor, Source.Path);
}
