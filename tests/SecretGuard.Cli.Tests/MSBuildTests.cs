using SecretGuard.TestKit;
using System.Diagnostics;

namespace SecretGuard.Cli.Tests;

/// <summary>The line that <c>init</c> prints for the build, in a build.</summary>
public sealed class MSBuildTests
{
    [Fact]
    public void Exec_TurnsFindingsIntoErrorsWithTheirPlace()
    {
        using var box = new Sandbox();
        string line = box.Run("init").Output.Split('\n').Single(line => line.StartsWith("  build ", StringComparison.Ordinal))["  build ".Length..].Trim();
        string tool = string.Join(' ', BuiltTool.With().Prepend(BuiltTool.Program).Select(part => $"&quot;{part}&quot;"));
        box.Write("x.proj", $"<Project><Target Name=\"Build\" />{line.Replace("secretguard scan", $"{tool} scan", StringComparison.Ordinal)}</Project>");
        Build(box).ExitCode.ShouldBe(0);
        box.Write("src/a (1).ts", $"\nconst token = \"{box.Secret()}\";\n");
        (int code, string output) = Build(box);
        code.ShouldNotBe(0);
        output.ShouldContain("src/a (1).ts(2,16,2,56): error SG1001: GitHub personal access token (classic): ghp_… (40 characters). Why: checksum valid. [github-pat-classic] [");
    }

    private static (int ExitCode, string Output) Build(Sandbox box)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "x.proj", "-nologo", "-tl:off", "-nodeReuse:false"]) { WorkingDirectory = box.Root, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string variable in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(variable);
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
