using System.Reflection.PortableExecutable;
using SecretGuard.TestKit;

namespace SecretGuard.Repo.Tests;

/// <summary>The repository as pre-commit installs it: packed at the root, every package installed as a tool, run on the files of a commit.</summary>
[Trait("Category", "Install")]
public sealed class HookTests
{
    private const string PackageFolder = "pre-commit-build";

    /// <summary>A variable with the program to install with: what distributions have is years older than what most users run.</summary>
    private const string Chosen = "SECRETGUARD_TEST_PRE_COMMIT";

    [Fact]
    public void PreCommit_StopsACommitWithASecret()
    {
        string preCommit = Environment.GetEnvironmentVariable(Chosen) is { Length: > 0 } chosen ? chosen : "pre-commit";
        Assert.SkipUnless(Tool.Exists(preCommit), "pre-commit is not installed");
        Tool PreCommit(SampleTree tree, string project, params string[] arguments) => Tool.Run(preCommit, project, "", Variables(tree), arguments);
        using var tree = new SampleTree();
        string hooks = Repository.CopyTo(Path.Combine(tree.Root, "hooks"));
        string revision = Commit(hooks);
        string project = Directory.CreateDirectory(Path.Combine(tree.Root, "project")).FullName;
        File.WriteAllText(Path.Combine(project, ".pre-commit-config.yaml"), $$"""
            repos:
            - repo: {{hooks}}
              rev: {{revision}}
              hooks:
              - id: secretguard
              - id: detect-secrets
            """);
        File.WriteAllText(Path.Combine(project, "clean.ts"), "export const answer = 42;\n");
        Commit(project);
        PreCommit(tree, project, "run", "secretguard").MustSucceed();
        ShouldHavePackedTheToolAlone(tree);
        ShouldBeCompiledAheadOfTime(tree);

        string secret = tree.Secret("github-pat-classic");
        File.WriteAllText(Path.Combine(project, "leaky.ts"), $"export const token = \"{secret}\";\n");
        Git(project, "add", "--all").MustSucceed();
        Tool run = PreCommit(tree, project, "run", "secretguard");
        run.ExitCode.ShouldBe(1, run.Output + run.Error);
        run.Output.ShouldContain("leaky.ts");
        run.Output.ShouldContain("github-pat-classic");
        run.Output.ShouldNotContain(secret);

        Tool standIn = PreCommit(tree, project, "run", "detect-secrets");
        standIn.ExitCode.ShouldBe(1, standIn.Output + standIn.Error);
        standIn.Output.ShouldContain("Secret Type: GitHub Token");
        standIn.Output.ShouldNotContain(secret);

        // What is staged counts, whatever was done to the file since.
        File.WriteAllText(Path.Combine(project, "leaky.ts"), "export const token = undefined;\n");
        PreCommit(tree, project, "install", "--hook-type", "pre-commit", "--hook-type", "commit-msg", "--hook-type", "pre-push").MustSucceed();
        Tool commit = Git(tree, project, "commit", "--message=leak");
        commit.ExitCode.ShouldBe(1, commit.All);
        commit.All.ShouldContain("1 staged file, ");
        Git(tree, project, "add", "leaky.ts").MustSucceed();
        Tool message = Git(tree, project, "commit", $"--message=Deploy with {secret}");
        message.ExitCode.ShouldBe(1, message.All);
        message.All.ShouldContain("(message of the commit)");
        Git(tree, project, "commit", "--message=clean").MustSucceed();
        ShouldStopThePush(tree, project, secret);
    }

    /// <summary>pre-commit installs every package that it finds as a tool; and it must be whole, because a hook is installed where nothing else may be reached.</summary>
    private static void ShouldHavePackedTheToolAlone(SampleTree tree)
    {
        string cache = Path.Combine(tree.Root, "cache");
        if (Directory.GetDirectories(cache, "obj", SearchOption.AllDirectories).Length == 0)
        {
            return; // older releases of pre-commit clean up behind them
        }

        string packages = Directory.GetDirectories(cache, PackageFolder, SearchOption.AllDirectories).ShouldHaveSingleItem();
        string package = Directory.GetFiles(packages).ShouldHaveSingleItem();
        Path.GetFileName(package).ShouldMatch(@"^SecretGuard\.Cli\.\d+\.\d+\.\d+\.nupkg$", "a prerelease would not be installed");
        RestoredPackages(Path.GetDirectoryName(packages)!).ShouldNotContain(name => name.Contains("analyzer", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase));

        tree.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>\n");
        string bin = Path.Combine(tree.Root, "bin");
        Tool.Dotnet(tree.Root, "tool", "install", "--configfile", "nuget.config", "--tool-path", bin, "--add-source", packages, "SecretGuard.Cli").MustSucceed();
        string tool = Path.Combine(bin, OperatingSystem.IsWindows() ? "secretguard.exe" : "secretguard");
        Tool.Run(tool, tree.Root, "--version").MustSucceed().Output.Trim().ShouldMatch(@"^\d+\.\d+\.\d+$");
        tree.Write("src/a.ts", $"const token = \"{tree.Secret("github-pat-classic")}\";\n");
        Tool.Run(tool, tree.Root, "scan", "src").ExitCode.ShouldBe(1);
    }

    /// <summary>Every commit waits for the hook: half of its time would be the just-in-time compiler's.</summary>
    private static void ShouldBeCompiledAheadOfTime(SampleTree tree)
    {
        string installed = Directory.GetFiles(Path.Combine(tree.Root, "cache"), "SecretGuard.Core.dll", SearchOption.AllDirectories)
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}.store{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ShouldHaveSingleItem();
        using var code = new PEReader(File.OpenRead(installed));
        code.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBePositive();
    }

    private static void ShouldStopThePush(SampleTree tree, string project, string secret)
    {
        string origin = Directory.CreateDirectory(Path.Combine(tree.Root, "origin")).FullName;
        Git(origin, "init", "--quiet", "--bare").MustSucceed();
        Git(project, "remote", "add", "origin", origin).MustSucceed();
        Git(tree, project, "push", "origin", "main").MustSucceed();
        File.WriteAllText(Path.Combine(project, "leaky.ts"), $"export const token = \"{secret}\";\n");
        Git(project, "commit", "--all", "--no-verify", "--message=leak").MustSucceed();
        Tool push = Git(tree, project, "push", "origin", "main");
        push.ExitCode.ShouldBe(1, push.All);
        push.All.ShouldContain("1 pushed reference, 1 new version of files, ");
        push.All.ShouldNotContain(secret);
    }

    private static (string, string)[] Variables(SampleTree tree) => [.. Tool.DotnetVariables, ("PRE_COMMIT_HOME", Path.Combine(tree.Root, "cache"))];

    /// <summary>Runs git where pre-commit's hooks are at work; to the one of detect-secrets the revision in the configuration is a string of high entropy.</summary>
    private static Tool Git(SampleTree tree, string folder, params string[] arguments) =>
        Tool.Run("git", folder, "", [.. Variables(tree), ("SKIP", "detect-secrets")], ["-c", "user.name=Test", "-c", "user.email=test@example.org", .. arguments]);

    private static Tool Git(string folder, params string[] arguments) =>
        Tool.Run("git", folder, ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", .. arguments]);

    private static string Commit(string folder)
    {
        Git(folder, "init", "--quiet", "--initial-branch=main").MustSucceed();
        Git(folder, "add", "--all").MustSucceed();
        Git(folder, "commit", "--quiet", "--message=test").MustSucceed();
        return Git(folder, "rev-parse", "HEAD").MustSucceed().Output.Trim();
    }

    /// <summary>Ids of the packages that a restore in this folder brought.</summary>
    private static HashSet<string> RestoredPackages(string source) =>
        [.. from assets in Directory.GetFiles(source, "project.assets.json", SearchOption.AllDirectories)
            from library in System.Text.Json.JsonDocument.Parse(File.ReadAllText(assets)).RootElement.GetProperty("libraries").EnumerateObject()
            where library.Value.GetProperty("type").GetString() == "package"
            select library.Name];
}
