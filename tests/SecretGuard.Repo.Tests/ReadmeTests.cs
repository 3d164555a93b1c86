using System.Text.RegularExpressions;
using SecretGuard.Reporting;
using SecretGuard.TestKit;

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

    [Theory]
    [InlineData(Readme)]
    [InlineData("docs/migration.md")]
    public void Commands_AreKnownWithTheirOptions(string page)
    {
        using var tree = new SampleTree();
        string[] lines = [.. CommandLines().Matches(Repository.Text(page)).Select(match => match.Groups["line"].Value.Trim()).Distinct(StringComparer.Ordinal)];
        lines.Length.ShouldBeGreaterThan(5);
        foreach (string line in lines)
        {
            string[] words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string[] command = [.. words.TakeWhile(word => word.All(c => char.IsAsciiLetterLower(c) || c == '-') && word[0] != '-').Take(words[0] is "baseline" or "rules" or "inventory" or "detect-secrets" ? 2 : 1)];
            Tool help = tree.SecretGuard([.. command, "--help"]);
            help.ExitCode.ShouldBe(0, line);
            words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).ShouldAllBe(option => help.Output.Contains(option), line);
        }
    }

    [Fact]
    public void FirstCommands_RunInOrder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "lines for a POSIX shell");
        using var tree = new SampleTree();
        tree.Write("src/appsettings.json", $"{new string('\n', 11)}{{ \"Token\": \"{tree.Secret("github-pat-classic")}\" }}\n");
        tree.Git("init", "--quiet").MustSucceed();
        tree.Git("add", "--all").MustSucceed();
        tree.Git("commit", "--quiet", "--message=old").MustSucceed();
        tree.Git("update-ref", "refs/remotes/origin/main", "HEAD").MustSucceed();
        string[] lines = Block("sh", "Then, in any repository:").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        (string Line, int Code)[] outcomes = [.. lines.Select(line => (line, tree.Shell(line).ExitCode))];

        // Only the gate that asks for reasons fails: nobody has given one yet.
        outcomes.ShouldBe(lines.Select(line => (line, line.Contains("--fail-on-unaudited", StringComparison.Ordinal) ? 1 : 0)));
        File.Exists(Path.Combine(tree.Root, "secretguard.sarif")).ShouldBeTrue();
    }

    [Fact]
    public void Configuration_IsReadAndItsRuleFindsItsExamples()
    {
        using var tree = new SampleTree();
        tree.Write("secretguard.yml", Block("yaml", "## Configuration"));
        tree.SecretGuard("rules", "test").MustSucceed().Output.ShouldStartWith($"{SecretGuard.Rules.Catalogue.Default.Rules.Count + 1} rules, ");
        tree.SecretGuard("scan").MustSucceed();
    }

    [Fact]
    public void Hook_IsOneThatThisRepositoryOffers()
    {
        string id = HookId().Match(Block("yaml", "### As a pre-commit hook")).Groups["id"].Value;
        Repository.Text(".pre-commit-hooks.yaml").ShouldContain($"id: {id}\n");
    }

    [Fact]
    public void BuildTargetAndMergeDriver_AreWhatTheToolPrints()
    {
        using var tree = new SampleTree();
        string target = string.Concat(Block("xml", "Without the package, run the command line in the build").Split('\n').Select(line => line.Trim()));
        tree.SecretGuard("init").MustSucceed().Output.ShouldContain(target);
        tree.SecretGuard("baseline", "create").MustSucceed().Output.ShouldContain(Block("sh", "`secretguard.baseline` has one line").Trim());
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

    /// <summary>The first block of a language after a text.</summary>
    private static string Block(string language, string after)
    {
        string text = Repository.Text(Readme), open = $"```{language}\n";
        int start = text.IndexOf(open, text.IndexOf(after, StringComparison.Ordinal), StringComparison.Ordinal) + open.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("- id: (?<id>[a-z-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HookId();

    [GeneratedRegex(@"(?<=B, )[0-9]+\.[0-9] s", RegexOptions.None, 1000)]
    private static partial Regex Elapsed();

    [GeneratedRegex(@"(?:^|[`|] ?|-- |run: )secretguard (?<line>[a-z-][^`\n|>]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandLines();

    [GeneratedRegex(@"\]\((?<target>[^)#]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
