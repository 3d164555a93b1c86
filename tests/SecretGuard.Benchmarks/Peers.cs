using System.Globalization;

namespace SecretGuard.Benchmarks;

/// <summary>
/// Whole processes in turn over the same folder: SecretGuard and the peers that are on the PATH. Quotes CPU time as ratios, because machines differ.
/// </summary>
internal static class Peers
{
    private const int Rounds = 5;

    /// <param name="tool">A program, or the <c>.dll</c> of one.</param>
    /// <param name="folder">What is scanned.</param>
    public static int Run(string tool, string folder)
    {
        (string program, string[] first) = Command(tool);
        var rows = new List<(string Name, string Program, string[] Arguments)>
        {
            ("secretguard", program, [.. first, "scan", folder, "--all-files"]),
            ("gitleaks", "gitleaks", ["dir", folder, "--no-banner", "-l", "fatal", "--exit-code", "0"]),
        };
        rows.RemoveAll(row => !IsOnPath(row.Program));
        List<ChildProcess>[] runs = ChildProcess.RunInTurn(Rounds, [.. rows.Select(row => (row.Program, row.Arguments))]);
        double own = ChildProcess.Median(runs[0], run => run.Cpu);
        for (int i = 0; i < runs.Length; i++)
        {
            double cpu = ChildProcess.Median(runs[i], run => run.Cpu);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rows[i].Name}: median {cpu:F2} CPU s, {cpu / own:F1} times secretguard's; {ChildProcess.Median(runs[i], run => run.Wall):F2} s; peak {runs[i].Max(run => run.PeakMegabytes):F0} MB"));
        }

        return 0;
    }

    /// <summary>How a tool is started.</summary>
    public static (string Program, string[] First) Command(string tool) => tool.EndsWith(".dll", StringComparison.Ordinal) ? ("dotnet", [tool]) : (tool, []);

    /// <summary>Whether a program can be started.</summary>
    public static bool IsOnPath(string program) =>
        File.Exists(program) || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
