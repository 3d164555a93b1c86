using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using SecretGuard.TestKit;

namespace SecretGuard.Repo.Tests;

/// <summary>The tool for one platform: compiled ahead of time, because half of a short run's time would be the just-in-time compiler's.</summary>
[Trait("Category", "Install")]
public sealed class PlatformPackageTests
{
    private const string Given = "SECRETGUARD_TEST_PACKAGES"; // a folder with what was packed already: it takes a minute of two processors

    /// <summary>What a release pushes for this platform: a native program where there is a linker, else libraries that are compiled ahead of time.</summary>
    [Fact]
    public void Pack_ForThisPlatform_InstallsAToolThatStartsAtOnce_AndLeavesTheLockFiles()
    {
        using var tree = new SampleTree();
        string bin = Path.Combine(tree.Root, "bin");
        (string packages, bool isNative) = Environment.GetEnvironmentVariable(Given) is { Length: > 0 } given ? (given, true) : PackAnew(tree);
        string id = $"SecretGuard.Cli.{RuntimeInformation.RuntimeIdentifier}";
        Directory.GetFiles(packages).ShouldHaveSingleItem().ShouldContain(id);
        Tool.Dotnet(tree.Root, "tool", "install", "--tool-path", bin, "--add-source", packages, id).MustSucceed();
        string[] engines = Directory.GetFiles(bin, "SecretGuard.Core.dll", SearchOption.AllDirectories);
        engines.Length.ShouldBe(isNative ? 0 : 1);
        foreach (string engine in engines)
        {
            using var image = new PEReader(File.OpenRead(engine));
            image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBePositive("no code that was compiled ahead of time");
        }

        tree.Write("src/a.ts", $"const token = \"{tree.Secret("github-pat-classic")}\";\n");
        Tool.Run("git", tree.Root, "init", "-q").MustSucceed();
        Tool.Run("git", tree.Root, "add", "src").MustSucceed();
        string tool = Path.Combine(bin, OperatingSystem.IsWindows() ? "secretguard.exe" : "secretguard");
        Tool.Run(tool, tree.Root, "hook").ExitCode.ShouldBe(1);
        Tool.Run(tool, tree.Root, "scan", "src").ExitCode.ShouldBe(1);
    }

    /// <summary>Which code pre-commit's own <c>dotnet pack</c> makes; its environment is the only place where a user can say something about it.</summary>
    [Theory]
    [InlineData("", "", "true")]
    [InlineData("SecretGuardNative=true", "true", "false")]
    [InlineData("SecretGuardReadyToRun=false", "", "")]
    public void TheInstallOfPreCommit_CompilesAheadOfTime_AsItsEnvironmentSays(string variable, string native, string readyToRun)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64, "no compiler for this processor");
        (string, string)[] given = variable.Split('=') is [var name, var value] ? [(name, value)] : [];
        (string, string)[] variables = [.. Tool.DotnetVariables, .. given];
        Tool asked = Tool.Run("dotnet", Repository.Root, "", variables, "msbuild", "scanner/SecretGuard.Cli", "-p:PackageOutputPath=pre-commit-build", "-getProperty:PublishAot,PublishReadyToRun");
        using var answer = System.Text.Json.JsonDocument.Parse(asked.MustSucceed().Output);
        System.Text.Json.JsonElement properties = answer.RootElement.GetProperty("Properties");
        (properties.GetProperty("PublishAot").GetString(), properties.GetProperty("PublishReadyToRun").GetString()).ShouldBe((native, readyToRun));
    }

    private static (string Packages, bool IsNative) PackAnew(SampleTree tree)
    {
        string source = Repository.CopyTo(tree.Root), packages = Path.Combine(tree.Root, "packages");
        bool isNative = Pack(source, packages, "-p:SecretGuardNative=true").ExitCode == 0;
        if (!isNative)
        {
            Tool pack = Pack(source, packages);
            Assert.SkipWhen(pack.Output.Contains("NU1101", StringComparison.Ordinal) || pack.Output.Contains("NETSDK1094", StringComparison.Ordinal), "the compiler for this platform cannot be restored here");
            pack.MustSucceed();
        }

        foreach (string path in Repository.Files("packages.lock.json"))
        {
            File.ReadAllText(Path.Combine(source, path)).ReplaceLineEndings("\n").ShouldBe(Repository.Text(path), path);
        }

        return (packages, isNative);
    }

    private static Tool Pack(string source, string packages, params string[] options) =>
        Tool.Dotnet(source, ["pack", "scanner/SecretGuard.Cli", "-r", RuntimeInformation.RuntimeIdentifier, "-p:SecretGuardPlatforms=true", "-p:RunAnalyzers=false", "-o", packages, .. options]);
}
