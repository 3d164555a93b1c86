using System.Globalization;

namespace SecretGuard.Benchmarks.Histories;

/// <summary>
/// Whole processes in turn over the same history: git, which only unpacks every object (the base line), SecretGuard, what reads them through LibGit2Sharp, and gitleaks where it is on the PATH.
/// </summary>
internal static class HistoryRuns
{
    private const int Rounds = 5;

    /// <param name="tool">A program, or the <c>.dll</c> of one.</param>
    /// <param name="repository">What is scanned.</param>
    public static int Run(string tool, string repository)
    {
        (string program, string[] first) = Peers.Command(tool);
        (string Name, string Program, string[] Arguments)[] rows =
        [
            // Into nothing: whoever would read a gigabyte from a pipe would be measured with it.
            ("git cat-file", "sh", ["-c", "exec \"$@\" > /dev/null", "sh", "git", "-C", repository, "cat-file", "--batch-all-objects", "--unordered", "--batch"]),
            ("LibGit2Sharp", Environment.ProcessPath!, [.. Environment.GetCommandLineArgs().Take(1).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)), "read-by-libgit2", repository]),
            ("secretguard", program, [.. first, "git", repository, "--no-cache"]),

            // The first round, which is not counted, fills the cache.
            ("secretguard again", program, [.. first, "git", repository]),
        ];
        List<ChildProcess>[] runs = ChildProcess.RunInTurn(Rounds, [.. rows.Select(row => (row.Program, row.Arguments))]);
        List<(string Name, List<ChildProcess> Runs)> all = [.. rows.Select((row, i) => (row.Name, runs[i]))];
        all.Insert(3, ("secretguard, one new commit", AfterOneCommit(repository, program, first)));
        if (Peers.IsOnPath("gitleaks"))
        {
            // Once: it takes a minute or more.
            all.Add(("gitleaks", [ChildProcess.Run("gitleaks", ["git", repository, "--log-opts=--all", "--no-banner", "-l", "fatal", "--exit-code", "0"])]));
        }

        double cpu = ChildProcess.Median(runs[0], run => run.Cpu), wall = ChildProcess.Median(runs[0], run => run.Wall), own = ChildProcess.Median(runs[2], run => run.Cpu);
        foreach ((string name, List<ChildProcess> ofOne) in all)
        {
            double ownCpu = ChildProcess.Median(ofOne, run => run.Cpu), ownWall = ChildProcess.Median(ofOne, run => run.Wall);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: median {ownCpu:F2} CPU s ({ownCpu / cpu:F2} of git's, {ownCpu / own:F3} of secretguard's first run), {ownWall:F2} s ({ownWall / wall:F2} of git's); peak {ofOne.Max(run => run.PeakMegabytes):F0} MB"));
        }

        return 0;
    }

    /// <summary>Runs over a copy of the repository that has got one small commit since the run before.</summary>
    private static List<ChildProcess> AfterOneCommit(string repository, string program, string[] first)
    {
        DirectoryInfo copy = Directory.CreateTempSubdirectory("secretguard-history-");
        ChildProcess.Run("git", ["clone", "-q", "--bare", repository, copy.FullName]);
        const string Commit = """
            blob=$(echo "$1" | git hash-object -w --stdin)
            tree=$( (git ls-tree HEAD; printf '100644 blob %s\tnew %s.txt\n' "$blob" "$1") | git mktree)
            git update-ref HEAD "$(git -c user.name=A -c user.email=a@example.invalid commit-tree -p HEAD -m "$1" "$tree")"
            """;
        string[] scan = [.. first, "git", copy.FullName];
        ChildProcess.Run(program, scan);
        List<ChildProcess> runs = [];
        for (int round = 0; round < Rounds; round++)
        {
            ChildProcess.Run("sh", ["-c", $"cd \"$2\"; {Commit}", "sh", $"{round}", copy.FullName]);
            runs.Add(ChildProcess.Run(program, scan));
        }

        copy.Delete(recursive: true);
        return runs;
    }
}
