namespace SecretGuard.Reporting;

/// <summary>Every format that a report can be written in. One line a format.</summary>
public static class ReporterCatalogue
{
    /// <summary>One reporter a format, in the order in which help lists them.</summary>
    public static IReadOnlyList<IReporter> All { get; } =
    [
        new TextReporter(color: false),
        new JsonReporter(),
        new NdjsonReporter(),
        new SarifReporter(),
        new JUnitReporter(),
        new CsvReporter(),
        new GitLabReporter(),
        new CodeQualityReporter(),
        new GitHubReporter(),
        new AzureReporter(),
        new MSBuildReporter(),
        new TeamCityReporter(),
        new CheckstyleReporter(),
        new MarkdownReporter(),
        new HtmlReporter(),
    ];

    /// <summary>The reporter of a format, whatever the case of its name, or null.</summary>
    public static IReporter? Find(string format) =>
        All.FirstOrDefault(reporter => string.Equals(reporter.Format, format, StringComparison.OrdinalIgnoreCase));
}
