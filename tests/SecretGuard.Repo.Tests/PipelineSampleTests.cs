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

    /// <summary>What verifies a pull request, and how the base of it is named there.</summary>
    public static TheoryData<string, string> Verifications { get; } = new()
    {
        { "samples/ci-verify/github-actions.yml", "origin/$BASE" },
        { "samples/ci-verify/azure-pipelines.yml", "origin/$BASE" },
        { "samples/ci-verify/gitlab-ci.yml", "$CI_MERGE_REQUEST_DIFF_BASE_SHA" },
    };

    /// <summary>What rotates on a schedule.</summary>
    private static string[] Rotations { get; } = ["samples/ci-rotate/github-actions.yml", "samples/ci-rotate/azure-pipelines.yml", "samples/ci-rotate/kubernetes-cronjob.yaml"];

    public static TheoryData<string> All => [.. Samples.Select(row => row.Data.Item1), .. Verifications.Select(row => row.Data.Item1), .. Histories, .. Rotations];

    private static string[] Folders { get; } = ["samples/ci/", "samples/ci-verify/", "samples/ci-rotate/", "samples/history/"];

    [Fact]
    public void EverySample_IsTested() =>
        Repository.TrackedFiles.Where(path => Array.Exists(Folders, folder => path.StartsWith(folder, StringComparison.Ordinal)) && Path.GetExtension(path) is ".yml" or ".yaml")
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
            Tool help = tree.SecretGuard([.. words.TakeWhile(word => word[0] is not '-' and not '"' and not '/' and not '$').Take(words[0] == "rotation" ? 2 : 1), "--help"]);
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

    [Theory]
    [MemberData(nameof(Verifications))]
    public void Verification_WritesTheCommentOfAChange(string sample, string @base)
    {
        string command = Commands().Matches(Repository.Text(sample)).Select(match => match.Value).Single(line => line.Contains("--diff", StringComparison.Ordinal));
        command.ShouldContain($"--diff \"{@base}\"");
        using var tree = new SampleTree();
        tree.Git("init", "--quiet", "--initial-branch=main").MustSucceed();
        tree.Write("compose.yaml", "services: { api: { environment: { A: 1 } } }\n").Git("add", ".").MustSucceed();
        tree.Git("commit", "--quiet", "--message=test").MustSucceed();
        tree.Git("update-ref", "refs/remotes/origin/main", "HEAD").MustSucceed();
        tree.Write("compose.yaml", "services: { api: { environment: { API_TOKEN: \"${NOWHERE_SET_API_TOKEN}\" } } }\n");
        Tool verified = tree.Shell($"BASE=main; CI_MERGE_REQUEST_DIFF_BASE_SHA=origin/main; {command.Replace(" || code=$?", "", StringComparison.Ordinal)}");
        verified.ExitCode.ShouldBe(1, verified.All);
        File.ReadAllText(Path.Combine(tree.Root, "comment.md")).ShouldStartWith("## SecretGuard: secrets of this change\n\n**Adds 1 reference to what origin/main has: 1 missing**\n");
    }

    /// <summary>A plan, as the samples write it: what a schedule runs is understood, and does not stop at the command line.</summary>
    [Fact]
    public void Rotation_GoesThrough()
    {
        string[] lines = [.. Rotations.SelectMany(sample => Commands().Matches(Repository.Text(sample)).Select(match => match.Groups["line"].Value.Trim())).Distinct(StringComparer.Ordinal)];
        using var tree = new SampleTree();
        tree.Write("secretguard.yml", "version: 1\nenvironments: { prod: }\nstores: { run: { type: files, path: run } }\nsecrets: { key: { rotation: { every: 30d, generate: random } } }\n").Write("run/key", "x\n");
        foreach (string line in lines)
        {
            Tool run = tree.Shell($"secretguard {line.Replace("$(Build.ArtifactStagingDirectory)", ".", StringComparison.Ordinal)}");
            run.ExitCode.ShouldBe(0, $"{line}\n{run.All}");
            File.Delete(Path.Combine(tree.Root, "rotate.json"));
        }
    }

    [Fact]
    public void Verification_IsPinned_AndMayDoTheLeast()
    {
        string text = Repository.Text("samples/ci-verify/github-actions.yml");
        string[] uses = [.. Uses().Matches(text).Select(match => match.Groups["action"].Value)];
        uses.ShouldNotBeEmpty();
        uses.ShouldAllBe(action => Pinned().IsMatch(action));
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        ((YamlMappingNode)root["permissions"]).Children.ShouldBeEmpty();
        Permissions(root, "change").ShouldBe(["contents: read", "id-token: write", "pull-requests: write"]);
        Permissions(root, "evidence").ShouldBe(["contents: read", "id-token: write"]);
        text.ShouldNotContain("secrets.", customMessage: "it signs in without a secret");
        text.ShouldNotContain("pull_request_target");
        foreach (string sample in Verifications.Select(row => row.Data.Item1))
        {
            Interpolated().IsMatch(Repository.Text(sample)).ShouldBeFalse($"{sample}: the name of a branch is an argument, not a piece of a script");
        }
    }

    private static string[] Permissions(YamlMappingNode root, string job) =>
        [.. ((YamlMappingNode)root["jobs"][job]["permissions"]).Children.Select(pair => $"{pair.Key}: {pair.Value}").Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"uses: (?<action>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Uses();

    [GeneratedRegex("@[0-9a-f]{40}$", RegexOptions.None, 1000)]
    private static partial Regex Pinned();

    [GeneratedRegex(@"secretguard [^\n]*(\$\{\{|\$\()", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"(?<![\w.-])secretguard (?<line>(?:scan|git|hook|merge|verify|rotate|rotation due)[^;\n|>]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commands();
}
