using SecretGuard.Findings;
using SecretGuard.References.Joining;
using SecretGuard.References.Markdown;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;
using YamlDotNet.Core;

namespace SecretGuard.References.Helm;

/// <summary>A chart of this repository that a script or a pipeline installs: <c>helm upgrade --install shop charts/shop -f values-prod.yaml --set db.name=live</c>.</summary>
/// <param name="Path">The file that it stands in.</param>
/// <param name="Chart">The folder of the chart, as the command says it.</param>
/// <param name="Files">The files of values, as it says them.</param>
/// <param name="Names">What may say for which environment it is, the nearest first.</param>
internal sealed record HelmCommand(string Path, string Chart, IReadOnlyList<string> Files, IReadOnlyList<string> Names) : FileDraft(ChartExtractor.Instance, Path)
{
    private static readonly HashSet<string> Flags = new(
        ["install", "i", "atomic", "wait", "wait-for-jobs", "create-namespace", "debug", "dry-run", "force", "reset-values", "reuse-values", "cleanup-on-fail", "dependency-update", "no-hooks", "skip-crds", "devel", "verify", "render-subchart-notes"], StringComparer.Ordinal);

    private static readonly string[] Sets = ["set", "set-string"], FileOptions = ["f", "values"];

    /// <summary>What it is called in the cluster.</summary>
    public string Installed { get; private init; } = "";

    /// <summary>The values that it sets itself, each with where it does.</summary>
    public IReadOnlyList<(string Key, string Value, Location Place)> Values { get; private init; } = [];

    /// <summary>The one that a command of a script is; null for others, for examples in documents, and where only a run knows the chart or its files.</summary>
    public static HelmCommand? In(ShellCommand command, SourceText source)
    {
        if (CalledProgram.In(command).FirstOrDefault(program => program.Name == "helm") is not { } helm || MarkdownExtractor.IsDocument(source.Path))
        {
            return null;
        }

        ShellArguments given = helm.Arguments(option => !Flags.Contains(option));
        if (given.Rest.Select(word => word.Text).ToArray() is not [("upgrade" or "install"), var release, var chart] || given.Has("dry-run"))
        {
            return null;
        }

        string[] files = [.. FileOptions.SelectMany(given.All).SelectMany(piece => piece.Text.Split(','))];
        (string, string, Location)[] values = [.. Sets.SelectMany(given.All).SelectMany(piece => Pairs(piece.Text).Select(pair => (pair.Key, pair.Value, piece.Place)))];
        return Of(source.Path, release, chart, files, values, [given.Of("namespace", "n")?.Text ?? "", given.Of("kube-context")?.Text ?? "", .. source.RunBy]);
    }

    /// <summary>The one that a task of Azure Pipelines is: <c>HelmDeploy@1</c>.</summary>
    public static HelmCommand? OfTask(YamlValue inputs, IReadOnlyList<string> runBy)
    {
        string Said(string name) => inputs.Members.FirstOrDefault(member => string.Equals(member.Key.Text, name, StringComparison.OrdinalIgnoreCase)).Value?.Text ?? "";
        string Known(string name) => Said(name).Contains("$(", StringComparison.Ordinal) ? SameNames.Any : Said(name);
        (string, string, Location)[] values = [.. Pairs(Said("overrideValues").ReplaceLineEndings(",")).Select(pair => (pair.Key, pair.Value.Contains("$(", StringComparison.Ordinal) ? SameNames.Any : pair.Value, inputs.Location))];
        return Said("command") is "upgrade" or "install" && Said("chartPath").Length > 0
            ? Of(inputs.Source.Path, Known("releaseName"), Known("chartPath"), Known("valueFile") is { Length: > 0 } file ? [file] : [], values, [Known("namespace"), .. runBy]) : null;
    }

    /// <summary>The chart with these values; null where it is none of this repository.</summary>
    /// <param name="isChart">Whether a folder is that of a chart.</param>
    /// <param name="words">The environments that names speak of.</param>
    public ChartRelease? Release(Predicate<string> isChart, EnvironmentWords words)
    {
        string[] names = [.. Files.SelectMany(file => file.Split('/').Reverse()), .. Names];
        foreach (string from in new[] { "", Folder }) // it may be run from the root, or from where it stands
        {
            if (RepositoryPath.Join(from, Chart) is { } folder && isChart(folder))
            {
                return new ChartRelease(Installed, folder, words.OfNames(names) is { Count: 0 } ? words.OfPath(Path) : words.OfNames(names))
                {
                    Files = [.. Files.Select(file => RepositoryPath.Join(from, file)).OfType<string>()],
                    Values = [.. Values.Select(one => ChartRelease.Nested(TextAt(one.Value, one.Place), one.Key.Split('.')))],
                };
            }
        }

        return null;
    }

    private static HelmCommand? Of(string path, string release, string chart, string[] files, (string, string, Location)[] values, IReadOnlyList<string> names) =>
        files.Append(chart).Any(text => text.Contains(SameNames.Any, StringComparison.Ordinal)) ? null
            : new HelmCommand(path, chart, files, [release, .. names]) { Installed = release, Values = values };

    /// <summary>The keys and values of <c>a.b=c,d=e</c>; those of lists, and keys with a dot of their own, are left out.</summary>
    private static IEnumerable<(string Key, string Value)> Pairs(string text)
    {
        foreach ((string part, int _) in TextParts.Split(text, ","))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan().IndexOfAny("[]{}\\") < 0)
            {
                yield return (part[..equals], part[(equals + 1)..]);
            }
        }
    }

    /// <summary>The value; one without a text where only a run knows it.</summary>
    private static YamlValue TextAt(string text, Location place)
    {
        var source = new SourceText(place.Path, "");
        return new YamlValue(source, new Mark(0, place.StartLine, place.StartColumn), new Mark(0, place.EndLine, place.EndColumn)) { Text = text.Contains(SameNames.Any, StringComparison.Ordinal) ? null : text };
    }
}
