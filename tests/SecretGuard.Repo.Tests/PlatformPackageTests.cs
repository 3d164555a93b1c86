using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using SecretGuard.TestKit;

namespace SecretGuard.Repo.Tests;

/// <summary>The tool for one platform: compiled ahead of time, because half of a short run's time would be the just-in-time compiler's.</summary>
[Trait("Category", "Install")]
public sealed class PlatformPackageTests
{
    [Fact]
    public void Pack_ForThisPlatform_IsCompiledAheadOfTime_Installs_AndLeavesTheLockFiles()
    {
        using var tree = new SampleTree();
        string source = Repository.CopyTo(tree.Root);
        string packages = Path.Combine(tree.Root, "packages");
        Tool pack = Tool.Dotnet(source, "pack", "scanner/SecretGuard.Cli", "-r", RuntimeInformation.RuntimeIdentifier, "-p:RunAnalyzers=false", "-o", packages);
        Assert.SkipWhen(pack.Output.Contains("NU1101", StringComparison.Ordinal) || pack.Output.Contains("NETSDK1094", StringComparison.Ordinal), "the compiler for this platform cannot be restored here");
        pack.MustSucceed();
        foreach (string path in Repository.Files("packages.lock.json"))
        {
            File.ReadAllText(Path.Combine(source, path)).ReplaceLineEndings("\n").ShouldBe(Repository.Text(path), path);
        }

        string bin = Path.Combine(tree.Root, "bin");
        Tool.Dotnet(tree.Root, "tool", "install", "--tool-path", bin, "--add-source", packages, "SecretGuard.Cli").MustSucceed();
        string engine = Directory.GetFiles(bin, "SecretGuard.Core.dll", SearchOption.AllDirectories).ShouldHaveSingleItem();
        using var image = new PEReader(File.OpenRead(engine));
        image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBePositive("no code that was compiled ahead of time");
        tree.Write("src/a.ts", $"const token = \"{tree.Secret("github-pat-classic")}\";\n");
        Tool.Run(Path.Combine(bin, OperatingSystem.IsWindows() ? "secretguard.exe" : "secretguard"), tree.Root, "scan", "src").ExitCode.ShouldBe(1);
    }

    /// <summary>What a release pushes for this platform: no runtime is asked for, and the hook starts in a hundredth of a second.</summary>
    [Fact]
    public void Pack_NativeForThisPlatform_InstallsAToolThatIsOneProgram()
    {
        using var tree = new SampleTree();
        string source = Repository.CopyTo(tree.Root);
        string packages = Path.Combine(tree.Root, "packages");
        string platform = RuntimeInformation.RuntimeIdentifier;
        Tool pack = Tool.Dotnet(source, "pack", "scanner/SecretGuard.Cli", "-r", platform, "-p:SecretGuardPlatforms=true", "-p:SecretGuardNative=true", "-p:RunAnalyzers=false", "-o", packages);
        Assert.SkipWhen(pack.Output.Contains("NU1101", StringComparison.Ordinal), "the native compiler for this platform cannot be restored here");
        Assert.SkipWhen(pack.All.Contains("Platform linker", StringComparison.Ordinal), "there is no linker for native programs here");
        pack.MustSucceed();
        Directory.GetFiles(packages).ShouldHaveSingleItem().ShouldContain($"SecretGuard.Cli.{platform}.");

        string bin = Path.Combine(tree.Root, "bin");
        Tool.Dotnet(tree.Root, "tool", "install", "--tool-path", bin, "--add-source", packages, $"SecretGuard.Cli.{platform}").MustSucceed();
        Directory.GetFiles(bin, "*.dll", SearchOption.AllDirectories).ShouldBeEmpty();
        tree.Write("src/a.ts", $"const token = \"{tree.Secret("github-pat-classic")}\";\n");
        Tool.Run("git", tree.Root, "init", "-q").MustSucceed();
        Tool.Run("git", tree.Root, "add", "src").MustSucceed();
        string tool = Path.Combine(bin, OperatingSystem.IsWindows() ? "secretguard.exe" : "secretguard");
        Tool hook = Tool.Run(tool, tree.Root, "hook");
        hook.ExitCode.ShouldBe(1, hook.All);
        hook.All.ShouldContain("github-pat-classic");
        Tool.Run(tool, tree.Root, "scan", "src").ExitCode.ShouldBe(1);
    }
}
