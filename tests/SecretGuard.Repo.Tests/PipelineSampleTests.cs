using System.Text.RegularExpressions;
using SecretGuard.TestKit;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Repo.Tests;

/// <summary>The gates for CI that the samples show: they can be read, their commands exist, and they stop a secret.</summary>
public sealed partial class PipelineSampleTests
{
    public static TheoryData<string, string> Samples { get; } = new()
    {
        { "samples/ci/github-actions.yml", ".github/workflows/secrets.yml" },
        { "samples/ci/azure-pipelines.yml", "azure-pipelines.yml" },
        { "samples/ci/gitlab-ci.yml", ".gitlab-ci.yml" },
    };

    /// <summary>What shares a history among machines; no gate.</summary>
    private static string[] Histories { get; } = ["samples/history/github-actions.yml", "samples/history/kubernetes-job.yaml"];

    public static TheoryData<string> All => [.. Samples.Select(row => row.Data.Item1), .. Histories];

    [Fact]
    public void EverySample_IsTested() =>
        Repository.TrackedFiles.Where(path => (path.StartsWith("samples/ci/", StringComparison.Ordinal) || path.StartsWith("samples/history/", StringComparison.Ordinal)) && Path.GetExtension(path) is ".yml" or ".yaml")
            .ShouldBe(All.Select(row => row.Data), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(All))]
    public void Sample_IsYaml_AndItsCommandsExist(string sample)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Text(sample)));
        yaml.Documents.ShouldNotBeEmpty();
        yaml.Documents.ShouldAllBe(document => document.RootNode is YamlMappingNode && ((YamlMappingNode)document.RootNode).Children.Count > 0);
        string[] lines = [.. Commands().Matches(Repository.Text(sample)).Select(match => match.Groups["line"].Value)];
        lines.Length.ShouldBeGreaterThan(1);
        using var tree = new SampleTree();
        foreach (string line in lines)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Tool help = tree.SecretGuard(words[0], "--help");
            help.ExitCode.ShouldBe(0, line);
            words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).ShouldAllBe(option => help.Output.Contains(option), line);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_StopsASecret(string sample, string place)
    {
        using var tree = new SampleTree();
        tree.Git("init", "--quiet").MustSucceed();
        tree.Write(place, Repository.Text(sample)).Write("a.txt", "x\n").Git("add", ".").MustSucceed();
        tree.Git("commit", "--quiet", "--message=test").MustSucceed();
        Tool doctor = tree.SecretGuard("doctor", "--no-build");
        doctor.ExitCode.ShouldBe(0, doctor.All);
        doctor.Output.Split('\n').Count(line => line.StartsWith("CI  ", StringComparison.Ordinal) && line.Contains($" blocks          {place}: secretguard ", StringComparison.Ordinal)).ShouldBe(2, doctor.All);
    }

    [GeneratedRegex(@"(?<![\w.-])secretguard (?<line>(?:scan|git|hook|merge)[^;\n|>]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commands();
}
