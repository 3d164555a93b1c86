namespace SecretGuard.Repo.Tests;

/// <summary>What every project must have.</summary>
public sealed class LayoutTests
{
    /// <summary>Test projects that test no project of the same name, and why.</summary>
    private static readonly Dictionary<string, string> Unpaired = new(StringComparer.Ordinal)
    {
        ["SecretGuard.Repo.Tests"] = "tests the repository",
        ["SecretGuard.Analyzers.Roslyn4.Tests"] = "runs the tests of SecretGuard.Analyzers on an older compiler",
        ["SecretGuard.Browser.Tests"] = "tests the HTML report of SecretGuard.Reporting in a browser, whose driver no other project should restore",
    };

    public static TheoryData<string> ProjectPaths => [.. Repository.Projects.Select(project => project.Path)];

    [Fact]
    public void EveryProduct_HasATestProject_AndTheOtherWayRound()
    {
        IEnumerable<string> tests = Repository.Projects.Select(project => project.Name).Where(name => name.EndsWith(".Tests", StringComparison.Ordinal));
        tests.ShouldBe([.. Repository.Products.Select(project => project.Name + ".Tests"), .. Unpaired.Keys], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(ProjectPaths))]
    public void Project_IsInTheSolutionAndHasALockFile(string path)
    {
        Repository.Text("SecretGuard.sln").Replace('\\', '/').ShouldContain($"\"{path}\"");
        Repository.TrackedFiles.ShouldContain(Path.GetDirectoryName(path)!.Replace('\\', '/') + "/packages.lock.json");
    }

    [Theory]
    [MemberData(nameof(ProjectPaths))]
    public void Project_TakesVersionsFromTheCentralFile(string path)
    {
        Repository.Text(path).ShouldNotContain("Version=", customMessage: "versions stand in Directory.Packages.props");
    }

    [Fact]
    public void EverySilencedRule_HasAReason()
    {
        Repository.Text(".editorconfig").Split('\n')
            .Where(line => line.Contains(".severity = none", StringComparison.Ordinal) && !line.Contains(" # ", StringComparison.Ordinal))
            .ShouldBeEmpty("write why the rule is wrong here behind '#'");
    }

    [Fact]
    public void Licence_IsMit() => Repository.Text("LICENSE").ShouldStartWith("MIT License");

    [Fact]
    public void NoSdkIsPinned()
    {
        // A global.json would choose the SDK of everybody who installs the pre-commit hook.
        Repository.TrackedFiles.ShouldNotContain(path => path.EndsWith("global.json", StringComparison.Ordinal));
    }
}
