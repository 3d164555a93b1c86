using System.Diagnostics;
using System.Globalization;

namespace SecretGuard.Benchmarks;

/// <summary>
/// Whole processes, start-up included, in turn over the same folder: SecretGuard and the peers that are on the PATH. Quotes CPU time (user and
/// system) as ratios, because machines differ.
/// </summary>
internal static class Peers
{
    private const int Rounds = 5;

    public static int Run(string tool, string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("the CPU time of children is read from /proc: Linux only");
            return 2;
        }

        var rows = new List<(string Name, string Program, string[] Arguments)>
        {
            ("secretguard", "dotnet", [tool, "scan", folder, "--all-files"]),
            ("gitleaks", "gitleaks", ["dir", folder, "--no-banner", "-l", "fatal", "--exit-code", "0"]),
        };
        rows.RemoveAll(row => !IsOnPath(row.Program));
        var seconds = rows.ToDictionary(row => row.Name, _ => new List<double>(), StringComparer.Ordinal);
        for (int round = 0; round <= Rounds; round++)
        {
            foreach ((string name, string program, string[] arguments) in rows)
            {
                double cpu = Measure(program, arguments);
                if (round > 0)
                {
                    seconds[name].Add(cpu);
                }
            }
        }

        double own = Median(seconds["secretguard"]);
        foreach ((string name, List<double> runs) in seconds)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: median {Median(runs):F2} CPU s, {Median(runs) / own:F1} times secretguard's"));
        }

        return 0;
    }

    private static double Measure(string program, string[] arguments)
    {
        double before = ChildSeconds();
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        return ChildSeconds() - before;
    }

    /// <summary>cutime and cstime of proc(5), in ticks of a hundredth of a second.</summary>
    private static double ChildSeconds()
    {
        string stat = File.ReadAllText("/proc/self/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture)) / 100;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
