using System.Text.RegularExpressions;

namespace SecretGuard.Tasks.Tests;

/// <summary>The samples tell what their README says they tell.</summary>
public sealed partial class SampleTests(Samples samples) : IClassFixture<Samples>
{
    [Fact]
    public void LeakyApp_TellsWhatItsReadmeLists()
    {
        samples.Leaky.ExitCode.ShouldBe(0, samples.Leaky.Text);
        samples.Leaky.All.Select(told => $"{told.Id} {told.File}").Distinct(StringComparer.Ordinal).ShouldBe(Listed().Select(row => $"{row.Id} {row.File}"), ignoreOrder: true);
    }

    [Fact]
    public void LeakyApp_TellsAsOftenAsTheReadmeSays() =>
        samples.Text("README.md").ShouldContain($"builds with {samples.Leaky.All.Distinct().Count()} warnings");

    /// <summary>Those that are only information are records for other tools, and nothing is wrong where they stand.</summary>
    [Fact]
    public void LeakyApp_ShowsEveryWarningOfTheAnalyzers()
    {
        string[] releases = Directory.GetFiles(Path.Combine(PackedFeed.Repository, "analyzers/SecretGuard.Analyzers"), "AnalyzerReleases.*.md");
        IEnumerable<string> warnings = releases.SelectMany(File.ReadLines).Select(line => Release().Match(line)).Where(row => row.Success).Select(row => row.Groups["id"].Value);
        Listed().Select(row => row.Id).Distinct(StringComparer.Ordinal).ShouldBe(warnings, ignoreOrder: true);
    }

    [Fact]
    public void LeakyApp_KeepsItsSecretsOutOfTheBuildsOutputAndOutOfGit()
    {
        samples.Secrets.Count.ShouldBeGreaterThan(12);
        samples.Secrets.ShouldAllBe(secret => !samples.Leaky.Text.Contains(secret, StringComparison.Ordinal));
        samples.NewFiles.ShouldBeEmpty();
    }

    [Fact]
    public void CleanApp_BuildsWithoutAFinding()
    {
        samples.Clean.ExitCode.ShouldBe(0, samples.Clean.Text);
        samples.Clean.All.ShouldBeEmpty();
    }

    private IEnumerable<(string Id, string File)> Listed() =>
        Row().Matches(samples.Text("LeakyApp/README.md")).Select(row => (row.Groups["id"].Value, row.Groups["file"].Value));

    [GeneratedRegex(@"^\| (?<id>SG\d+) \| `(?<file>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?<id>SG\d+) \| \w+ \| (Warning|Disabled) ", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Release();
}
