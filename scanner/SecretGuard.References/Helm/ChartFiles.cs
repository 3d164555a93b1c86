using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Helm;

/// <summary>The charts of a repository, the files of values that may be laid over theirs, and who installs them: all ways in which each is installed.</summary>
internal sealed class ChartFiles
{
    private const string ChartFile = "Chart.yaml";
    private const string ValuesFile = "values.yaml";
    private const string Templates = "/templates/";
    private const string ObjectKey = "apiVersion:";
    private const string LocalChart = "file://";
    private const int LargestValues = 200_000; // characters: all are kept until it is known which are named
    private const int DeepestChart = 8; // in each other
    private const int MostWays = 64; // where many charts depend on many

    /// <summary>Folders whose files are values, whatever these are called.</summary>
    private static readonly string[] Folders = ["values", "environments", "envs", "env"];

    private readonly Dictionary<string, YamlValue> _charts;
    private readonly ILookup<string?, (string Path, YamlValue Root)> _values;
    private readonly Dictionary<string, YamlValue> _valuesOf;
    private readonly Dictionary<string, string?> _bound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _apart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ValuesSet[]> _sets = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string Chart, string Name)> _dependents;
    private readonly ChartRelease[] _releases;
    private readonly Dictionary<string, SourceText> _files;
    private readonly EnvironmentWords _words;

    /// <summary>Takes the files that <see cref="Counts"/> lets pass.</summary>
    /// <param name="files">They.</param>
    /// <param name="commands">Commands that install charts.</param>
    /// <param name="declaration">The environments that may be told apart.</param>
    public ChartFiles(IReadOnlyList<SourceText> files, IReadOnlyList<HelmCommand> commands, Declaration declaration)
    {
        _files = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        _words = new EnvironmentWords(declaration);
        _charts = files.Where(file => file.FileName == ChartFile).ToDictionary(file => RepositoryPath.FolderOf(file.Path), RootOf, StringComparer.Ordinal);
        _dependents = _charts.SelectMany(chart => chart.Value["dependencies"].Items.Select(part => (chart.Key, Name: part.TextOf("alias") ?? part.TextOf("name") ?? "", Path: part.TextOf("repository"))))
            .Where(part => part.Path?.StartsWith(LocalChart, StringComparison.Ordinal) == true).ToLookup(part => RepositoryPath.Join(part.Key, part.Path![LocalChart.Length..]) ?? "", part => (part.Key, part.Name), StringComparer.Ordinal);
        _valuesOf = (_charts.Count == 0 ? [] : files.Where(file => IsValues(file) && (ChartOf(file.Path) is not null || IsCalledSo(file)))).ToDictionary(file => file.Path, RootOf, StringComparer.Ordinal);
        _values = _valuesOf.ToLookup(file => ChartOf(file.Key), file => (file.Key, file.Value), StringComparer.Ordinal);
        _releases = _charts.Count == 0 ? [] : [.. files.Where(file => !IsValues(file) && !IsTemplate(file) && ChartRelease.MayStandIn(file)).SelectMany(file => ChartRelease.In(file, _words)), .. commands.Select(command => command.Release(_charts.ContainsKey, _words)).OfType<ChartRelease>().Where(IsTold)];
    }

    /// <summary>The charts by their folders, each with what its <c>Chart.yaml</c> says.</summary>
    public IReadOnlyDictionary<string, YamlValue> Charts => _charts;

    /// <summary>Whether a text has to do with a chart.</summary>
    public static bool Counts(SourceText source) => !source.IsPart && source.IsYaml && (source.FileName == ChartFile || IsValues(source) || IsTemplate(source) || ChartRelease.MayStandIn(source) || MayBeNamed(source));

    /// <summary>Whether it is a template.</summary>
    public static bool IsTemplate(SourceText source) => $"/{source.Path}".Contains(Templates, StringComparison.Ordinal) && TemplateText.IsOne(source.Text);

    /// <summary>The folder of the chart that a file belongs to; null where it belongs to none.</summary>
    public string? ChartOf(string path) => _charts.Keys.Where(folder => path.StartsWith(Prefix(folder), StringComparison.Ordinal)).MaxBy(folder => folder.Length);

    /// <summary>The environments that a file of values is for; empty where it is for all, and for other files.</summary>
    public IReadOnlyList<DeclaredEnvironment> OnlyFor(SourceText file) => IsValues(file) && _words.OfPath(file.Path, ChartOf(file.Path) ?? "") is { } only && only.Count < _words.All.Count() ? only : [];

    /// <summary>The values of a chart in each environment, or for all where no file of it tells them apart. An environment may have the chart installed more than once.</summary>
    public IEnumerable<(string? Environment, ChartValues Values)> Installed(string folder) =>
        Environments(folder).Where(environment => IsInstalled(folder, environment)).SelectMany(environment => Layers(folder, environment).Select(layers => (environment?.Name, new ChartValues(layers))));

    /// <summary>How many environments there are to tell apart of a chart; one where nothing tells them apart.</summary>
    public int WaysOf(string folder) => Environments(folder).Count();

    /// <summary>Whether a chart may be installed there: not where only others are shown to have it, and this one is shown to have charts.</summary>
    private bool IsInstalled(string folder, DeclaredEnvironment? environment)
    {
        ChartRelease[] releases = [.. _releases.Where(release => release.Folder == folder)];
        return environment is null || releases.Length == 0 || Array.Exists(releases, release => IsFor(release.Environments, environment)) || SetsOf(folder).Any(set => set.For.Contains(environment))
            || !Array.Exists(_releases, release => release.Environments?.Contains(environment) == true);
    }

    /// <summary>Whether a command says more than the files do: one for no environment that is known may be for any, and those have files of their own.</summary>
    private bool IsTold(ChartRelease command) => command.Environments?.Count != 0 || SetsOf(command.Folder!).All(set => set.For.Count == 0);

    private IEnumerable<DeclaredEnvironment?> Environments(string folder) => _words.All.Where(_ => TellsApart(folder)).Select(environment => (DeclaredEnvironment?)environment).DefaultIfEmpty();

    /// <summary>Whether anything says of a chart what only some environments have. Charts may depend on each other in a circle.</summary>
    private bool TellsApart(string folder)
    {
        if (!_apart.TryGetValue(folder, out bool known))
        {
            _apart[folder] = false;
            _apart[folder] = known = SetsOf(folder).Any(set => set.For.Count > 0) || _releases.Any(release => release.Folder == folder && PatchesOf(release).Prepend(release).Any(one => one.Environments?.Count != 0))
                || Array.Exists(Above(folder), above => above.For?.Count != 0 || TellsApart(above.Folder));
        }

        return known;
    }

    /// <summary>The values of each way in which the chart is installed there, the lowest first.</summary>
    private IEnumerable<IReadOnlyList<ValuesLayer>> Layers(string folder, DeclaredEnvironment? environment, int depth = 0)
    {
        ValuesLayer own = new(_valuesOf.GetValueOrDefault(Prefix(folder) + ValuesFile) ?? YamlValue.Nothing);
        ChartRelease[] releases = [.. _releases.Where(release => release.Folder == folder && IsFor(release.Environments, environment))];
        if (releases.Length > 0)
        {
            return releases.Select(release => Released(own, release, environment));
        }

        ILookup<bool, YamlValue> sets = SetsOf(folder).Where(set => IsFor(set.For, environment)).ToLookup(set => environment is not null && set.For.Count > 0, set => set.Root);
        ValuesLayer[] laid = [new(sets[false].ToArray()) { MayBeMissing = true }, new(sets[true].ToArray())];
        ChartAbove[] charts = depth == DeepestChart ? [] : [.. Above(folder).Where(above => IsFor(above.For, environment))];
        return charts.Length == 0 ? [[own, .. laid]] : charts.SelectMany(above => Layers(above.Folder, environment, depth + 1).Select(layers =>
            (IReadOnlyList<ValuesLayer>)[own, .. layers.Select((layer, i) => layer.Of(above.Name) with { MayBeMissing = layer.MayBeMissing || (i == 0 && !above.IsSure) }), .. laid])).Take(MostWays);
    }

    private IReadOnlyList<ValuesLayer> Released(ValuesLayer own, ChartRelease release, DeclaredEnvironment? environment)
    {
        ValuesLayer[] named = [.. release.Files.Select(file => NamedValues(file) is { } values ? new ValuesLayer(values) : new ValuesLayer { IsElsewhere = true })];
        bool mayTakeMore = named.Length == 0 && release.Environments?.Count == 0; // files of environments are there for somebody
        YamlValue[] beside = [.. mayTakeMore ? SetsOf(release.Folder!).Where(set => set.For.Count > 0 && IsFor(set.For, environment)).Select(set => set.Root) : []];
        IEnumerable<ValuesLayer> patches = PatchesOf(release).Where(patch => IsFor(patch.Environments, environment)).SelectMany(patch => patch.Values.Select(value => new ValuesLayer(value) { MayBeMissing = environment is null || patch.Environments?.Count == 0 }));
        return
        [
            .. release.TakesOwn ? [own] : Array.Empty<ValuesLayer>(), .. named, new(beside) { MayBeMissing = true },
            .. release.TakesOthers ? [new ValuesLayer { IsElsewhere = true }] : Array.Empty<ValuesLayer>(), .. release.Values.Select(value => new ValuesLayer(value)), .. patches,
        ];
    }

    /// <summary>A file of values that something names, whatever it is called; null where it is not here.</summary>
    private YamlValue? NamedValues(string path)
    {
        if (!_valuesOf.TryGetValue(path, out YamlValue? values) && _files.TryGetValue(path, out SourceText? file) && MayBeNamed(file))
        {
            _valuesOf[path] = values = RootOf(file);
        }

        return values;
    }

    private IEnumerable<ChartRelease> PatchesOf(ChartRelease release) => _releases.Where(patch => patch.IsPatch && patch.Name == release.Name);

    /// <summary>
    /// Files of values that may be laid over those of a chart, each with the environments that it is for, if not for all: those in its folder, and those outside of all charts
    /// that are not another chart's. What is for an environment that nobody declared is left out.
    /// </summary>
    private ValuesSet[] SetsOf(string folder)
    {
        if (!_sets.TryGetValue(folder, out ValuesSet[]? found))
        {
            IEnumerable<(YamlValue Root, IReadOnlyList<DeclaredEnvironment>? For)> inside = _values[folder].Where(file => file.Path != Prefix(folder) + ValuesFile).Select(file => (file.Root, _words.OfPath(file.Path, folder)));
            IEnumerable<(YamlValue Root, IReadOnlyList<DeclaredEnvironment>? For)> outside = _values[null].Select(file => (file.Root, Chart: BoundTo(file.Path), file.Path)).Where(file => file.Chart is null || file.Chart == folder)
                .Select(file => (file.Root, file.Chart is null && _charts.Count > 1 ? [] : _words.OfPath(file.Path)));
            _sets[folder] = found = [.. inside.Concat(outside).Where(set => set.For is not null).Select(set => new ValuesSet(set.Root, set.For!))];
        }

        return found;
    }

    /// <summary>The chart that a file outside of all charts names by a part of its path; null where it names none, or several.</summary>
    private string? BoundTo(string path)
    {
        if (!_bound.TryGetValue(path, out string? found))
        {
            string[] parts = [.. path.Split('/', '.').SelectMany(part => new[] { part, part.Replace("-values", "", StringComparison.Ordinal), part.Replace("values-", "", StringComparison.Ordinal) })];
            string[] named = [.. _charts.Where(chart => parts.Contains(chart.Value.TextOf("name"), StringComparer.Ordinal) || parts.Contains(chart.Key[(chart.Key.LastIndexOf('/') + 1)..], StringComparer.Ordinal)).Select(chart => chart.Key)];
            _bound[path] = found = named.Length == 1 ? named[0] : null;
        }

        return found;
    }

    /// <summary>The charts that a chart is a part of: those that depend on it by its path, else the one whose folder it is in.</summary>
    private ChartAbove[] Above(string folder)
    {
        ChartAbove[] dependents = [.. _dependents[folder].Select(one => new ChartAbove(one.Chart, one.Name, true, _words.OfPath($"{Prefix(one.Chart)}{ChartFile}")))];
        return dependents.Length > 0 ? dependents
            : folder.Length > 0 && ChartOf(folder) is { } around ? [new ChartAbove(around, _charts[folder].TextOf("name") ?? "", folder.StartsWith($"{Prefix(around)}charts/", StringComparison.Ordinal), [])]
            : [];
    }

    private static bool IsFor(IReadOnlyList<DeclaredEnvironment>? environments, DeclaredEnvironment? environment) => environments is not null && (environment is null || environments.Count == 0 || environments.Contains(environment));

    /// <summary>A file called after values, or one in a folder of such that is no object of a cluster.</summary>
    private static bool IsValues(SourceText source) => source.FileName != ChartFile && !$"/{source.Path}".Contains(Templates, StringComparison.Ordinal)
        && (IsCalledSo(source) || Folders.Contains(FolderNameOf(source), StringComparer.Ordinal)) && !source.Text.StartsWith(ObjectKey, StringComparison.Ordinal) && !source.Text.Contains("\n" + ObjectKey, StringComparison.Ordinal);

    /// <summary>Whether it is no object of a cluster, so that who installs a chart may name it as a file of values.</summary>
    private static bool MayBeNamed(SourceText source) => source.Text.Length <= LargestValues && !source.Text.StartsWith(ObjectKey, StringComparison.Ordinal) && !source.Text.Contains("\n" + ObjectKey, StringComparison.Ordinal);

    private static bool IsCalledSo(SourceText source) => source.FileName.Contains("values", StringComparison.OrdinalIgnoreCase) || FolderNameOf(source) == Folders[0];

    private static string FolderNameOf(SourceText source) => RepositoryPath.FolderOf(source.Path) is var folder ? folder[(folder.LastIndexOf('/') + 1)..] : "";

    private static string Prefix(string folder) => folder.Length == 0 ? "" : folder + "/";

    private static YamlValue RootOf(SourceText source) => YamlDocuments.Read(source).Roots is [var root, ..] ? root : YamlValue.Nothing;

    /// <summary>A chart that another one is a part of.</summary>
    /// <param name="Folder">Its folder.</param>
    /// <param name="Name">What it calls the other.</param>
    /// <param name="IsSure">Whether the other is installed with it alone.</param>
    /// <param name="For">The environments that it is for: empty for all, null for none that is declared.</param>
    private sealed record ChartAbove(string Folder, string Name, bool IsSure, IReadOnlyList<DeclaredEnvironment>? For);

    /// <summary>Values that may be laid over those of a chart.</summary>
    /// <param name="Root">They.</param>
    /// <param name="For">The environments; empty for all.</param>
    private sealed record ValuesSet(YamlValue Root, IReadOnlyList<DeclaredEnvironment> For);
}
