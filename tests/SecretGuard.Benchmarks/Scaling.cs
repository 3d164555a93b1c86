using System.Globalization;

namespace SecretGuard.Benchmarks;

/// <summary>How much faster a scan gets with more threads, and what memory it takes; the base line is the same scan on one thread, in turn.</summary>
internal static class Scaling
{
    private const int Rounds = 5;

    /// <param name="tool">A program, or the <c>.dll</c> of one.</param>
    /// <param name="folder">What is scanned.</param>
    public static int Run(string tool, string folder)
    {
        (string program, string[] first) = Peers.Command(tool);
        int[] threads = [.. new[] { 1, 2, 4, 8 }.Where(count => count <= Environment.ProcessorCount)];
        List<ChildProcess>[] runs = ChildProcess.RunInTurn(Rounds,
            [.. threads.Select(count => (program, (string[])[.. first, "scan", folder, "--all-files", "--threads", count.ToString(CultureInfo.InvariantCulture)]))]);
        double one = ChildProcess.Median(runs[0], run => run.Wall);
        for (int i = 0; i < threads.Length; i++)
        {
            double wall = ChildProcess.Median(runs[i], run => run.Wall);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{threads[i]} threads: median {wall:F2} s, {one / wall:F2} times as fast as one; {ChildProcess.Median(runs[i], run => run.Cpu):F2} CPU s; peak {runs[i].Max(run => run.PeakMegabytes):F0} MB"));
        }

        return 0;
    }
}
