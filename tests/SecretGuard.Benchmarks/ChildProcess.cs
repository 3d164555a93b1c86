using System.Diagnostics;
using System.Globalization;

namespace SecretGuard.Benchmarks;

/// <summary>What one run of a program took, start-up included. Linux only: the figures are read from /proc.</summary>
/// <param name="Cpu">Seconds of all its threads, user and system.</param>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="PeakMegabytes">The most memory that was resident; asked every few milliseconds, so a last short peak may be missed.</param>
internal sealed record ChildProcess(double Cpu, double Wall, double PeakMegabytes)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs the program to its end; what it prints is thrown away.</summary>
    public static ChildProcess Run(string program, IEnumerable<string> arguments)
    {
        double before = ChildSeconds();
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.OutputDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        double peak = 0;
        while (!process.WaitForExit(Pause))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.WaitForExit();
        return new ChildProcess(ChildSeconds() - before, wall, peak);
    }

    /// <summary>Runs the programs in turn, one round uncounted, and gives every program's runs.</summary>
    public static List<ChildProcess>[] RunInTurn(int rounds, params (string Program, string[] Arguments)[] programs)
    {
        var runs = new List<ChildProcess>[programs.Length];
        for (int round = 0; round <= rounds; round++)
        {
            for (int i = 0; i < programs.Length; i++)
            {
                ChildProcess run = Run(programs[i].Program, programs[i].Arguments);
                (runs[i] ??= []).Add(run);
            }
        }

        foreach (List<ChildProcess> ofOne in runs)
        {
            ofOne.RemoveAt(0);
        }

        return runs;
    }

    /// <summary>The value in the middle.</summary>
    public static double Median(List<ChildProcess> runs, Func<ChildProcess, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);

    /// <summary>VmHWM of proc(5), in megabytes; 0 where the process has just ended.</summary>
    private static double PeakOf(int id)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>cutime and cstime of proc(5), in ticks of a hundredth of a second.</summary>
    private static double ChildSeconds()
    {
        string stat = File.ReadAllText("/proc/self/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture)) / 100;
    }
}
