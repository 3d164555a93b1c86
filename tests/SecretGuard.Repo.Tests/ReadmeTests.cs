using System.Text.RegularExpressions;
using SecretGuard.Reporting;

namespace SecretGuard.Repo.Tests;

/// <summary>What the README shows is what the tool does.</summary>
public sealed partial class ReadmeTests
{
    private const string Readme = "README.md";

    [Fact]
    public void Families_AreInStep() => Generated.Part(Readme, "families", RulesPage.Summary());

    [Fact]
    public void Formats_AreInStep() =>
        Generated.Part(Readme, "formats", string.Join(", ", ReporterCatalogue.All.Select(reporter => $"`{reporter.Format}`")) + "\n");

    [Fact]
    public void Example_IsWhatTheToolPrints()
    {
        using var tree = new SampleTree();
        tree.Write("appsettings.json", $$"""
            {
              "ConnectionStrings": {
                "Orders": "Server=sql.corp.example.net;Database=Orders;User Id=orders;Password={{tree.Password()}};Encrypt=true",
                "Audit": "Server=sql.corp.example.net;Database=Audit;Integrated Security=true",
                "Reports": "Server=sql.corp.example.net;Database=Reports;User Id=reports;Password=${REPORTS_PASSWORD}"
              }
            }
            """);
        tree.Write("deploy.sh", $"curl --fail -u 'deploy:{tree.Password()}' --upload-file app.zip https://upload.corp.net/apps/\n");
        tree.Write("src/Releases.cs", $$"""
            public static class Releases
            {
                private const string Token = "{{tree.Secret("github-pat-classic")}}";
            }
            """);
        Tool scan = tree.SecretGuard("scan", ".");
        scan.ExitCode.ShouldBe(1, scan.Error);
        Generated.Part(Readme, "example", $"```text\n{Elapsed().Replace(scan.Output.ReplaceLineEndings("\n"), "0.1 s")}```\n");
    }

    [Fact]
    public void Commands_AreKnownWithTheirOptions()
    {
        using var tree = new SampleTree();
        string[] lines = [.. CommandLines().Matches(Repository.Text(Readme)).Select(match => match.Groups["line"].Value.Trim()).Distinct(StringComparer.Ordinal)];
        lines.Length.ShouldBeGreaterThan(5);
        foreach (string line in lines)
        {
            string[] words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string[] command = [.. words.TakeWhile(word => word.All(char.IsAsciiLetterLower)).Take(words[0] is "baseline" or "rules" ? 2 : 1)];
            Tool help = tree.SecretGuard([.. command, "--help"]);
            help.ExitCode.ShouldBe(0, line);
            words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).ShouldAllBe(option => help.Output.Contains(option), line);
        }
    }

    [Fact]
    public void Links_LeadSomewhere()
    {
        foreach (string page in Repository.Files(".md"))
        {
            string folder = Path.GetDirectoryName(Repository.Full(page))!;
            Links().Matches(Repository.Text(page)).Select(match => match.Groups["target"].Value).Where(target => !target.Contains(':', StringComparison.Ordinal))
                .Where(target => !Path.Exists(Path.Combine(folder, target))).ShouldBeEmpty($"dead links in {page}");
        }
    }

    [GeneratedRegex(@"(?<=B, )[0-9]+\.[0-9] s", RegexOptions.None, 1000)]
    private static partial Regex Elapsed();

    [GeneratedRegex(@"(?:^|[`|] ?|-- |run: )secretguard (?<line>[a-z-][^`\n|>]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandLines();

    [GeneratedRegex(@"\]\((?<target>[^)#]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
