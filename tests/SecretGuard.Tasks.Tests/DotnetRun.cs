using System.Diagnostics;
using System.Text;

namespace SecretGuard.Tasks.Tests;

/// <summary>A run of a program, as the tests' own build must not reach into it.</summary>
/// <param name="ExitCode">0 where it succeeded.</param>
/// <param name="Output">Standard output, then standard error.</param>
internal sealed record DotnetRun(int ExitCode, string Output)
{
    /// <summary>Variables of build servers: a test says itself where it is.</summary>
    private static readonly string[] Servers = ["CI", "TF_BUILD", "ContinuousIntegrationBuild", "GITHUB_ACTIONS", "GITLAB_CI", "TEAMCITY_VERSION", "JENKINS_URL"];

    public static DotnetRun Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, [], arguments);

    public static DotnetRun Run(string program, string folder, (string Name, string Value)[] variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (string variable in start.Environment.Keys.Where(IsForeign).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)[("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1"), .. variables])
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(), output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Close();
        process.WaitForExit();
        return new DotnetRun(process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }

    public DotnetRun MustSucceed()
    {
        ExitCode.ShouldBe(0, Output);
        return this;
    }

    private static bool IsForeign(string variable) =>
        Servers.Contains(variable, StringComparer.OrdinalIgnoreCase)
        || variable.StartsWith("GIT_", StringComparison.Ordinal)
        || variable.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("VSTEST_", StringComparison.Ordinal)
        || variable.StartsWith("SecretGuard", StringComparison.OrdinalIgnoreCase);
}
