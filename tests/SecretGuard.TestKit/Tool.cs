using System.Diagnostics;
using System.Text;

namespace SecretGuard.TestKit;

/// <summary>A program that was run to its end.</summary>
/// <param name="Command">What was run, for messages.</param>
/// <param name="ExitCode">0 where it succeeded.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record Tool(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>Variables of build servers: a test says itself where it is.</summary>
    private static readonly string[] Servers = ["CI", "TF_BUILD", "ContinuousIntegrationBuild", "GITHUB_ACTIONS", "GITLAB_CI", "TEAMCITY_VERSION", "JENKINS_URL"];

    /// <summary>Standard output, then standard error.</summary>
    public string All => Output + Error;

    /// <summary>Runs a program in a folder, without the variables by which a surrounding git or SDK would reach in.</summary>
    public static Tool Run(string program, string folder, params string[] arguments) => Run(program, folder, "", [], arguments);

    /// <summary>Runs a program with a standard input and further environment variables.</summary>
    public static Tool Run(string program, string folder, string input, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string variable in start.Environment.Keys.Where(IsForeign).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return new Tool($"{program} {string.Join(' ', arguments)}", process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>What keeps an SDK that a test runs quiet, and its nodes from outliving the test; one compiler, that ends by itself when it is idle, serves all builds: each starts it else.</summary>
    public static IReadOnlyList<(string Name, string Value)> DotnetVariables { get; } =
        [("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "true")];

    /// <summary>Runs the SDK.</summary>
    public static Tool Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, "", [.. DotnetVariables], arguments);

    /// <summary>Whether a program can be started at all.</summary>
    public static bool Exists(string program)
    {
        try
        {
            return Run(program, AppContext.BaseDirectory, "--version").ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>This run, where it succeeded; else an exception that shows what it printed.</summary>
    public Tool MustSucceed() => ExitCode == 0 ? this : throw new InvalidOperationException($"{Command} ended with {ExitCode}\n{Output}\n{Error}");

    // 'dotnet test' hands its MSBuild settings down, which a build inside a test must not see.
    private static bool IsForeign(string variable) =>
        Servers.Contains(variable, StringComparer.OrdinalIgnoreCase) || variable.StartsWith("SecretGuard", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("GIT_", StringComparison.Ordinal) || variable.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || variable.StartsWith("VSTEST_", StringComparison.Ordinal);
}
