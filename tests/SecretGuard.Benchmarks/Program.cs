using SecretGuard.Benchmarks.Builds;
using SecretGuard.Benchmarks.Histories;

namespace SecretGuard.Benchmarks;

/// <summary>Benchmarks and long fuzz runs. Results are committed in results.md as ratios to a base line of the same run.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        switch (args)
        {
            case ["throughput", string folder]:
                Throughput.Run(folder);
                return 0;
            case ["profile", string folder]:
                Profile.Run(folder);
                return 0;
            case ["peers" or "scaling" or "history" or "make-history" or "make-releases" or "fuzz-history" or "compile" or "solution", ..] when !OperatingSystem.IsLinux():
                Console.Error.WriteLine("what a child process takes is read from /proc: Linux only");
                return 2;
            case ["peers", string tool, string folder]:
                return Peers.Run(tool, folder);
            case ["scaling", string tool, string folder]:
                return Scaling.Run(tool, folder);
            case ["make-history", string folder, string repository, string files, string commits, string edits]
                when int.TryParse(files, out int most) && int.TryParse(commits, out int count) && int.TryParse(edits, out int each):
                return HistoryWriter.Make(folder, repository, most, count, each);
            case ["make-releases", string list, string repository]:
                return ReleaseHistory.Make(list, repository);
            case ["history", string tool, string repository]:
                return HistoryRuns.Run(tool, repository);
            case ["read-by-libgit2", string repository]:
                return LibGit2Reading.Run(repository);
            case ["compile", string packages, string folder]:
                return Compilation.Run(packages, folder);
            case ["solution", string packages, string projects] when int.TryParse(projects, out int count):
                return Solution.Run(packages, count);
            case ["fuzz", string folder, string iterations] when int.TryParse(iterations, out int count):
                return Fuzz.Run(folder, count);
            case ["fuzz-history", string folder, string repositories] when int.TryParse(repositories, out int count):
                return HistoryFuzz.Run(folder, count);
            default:
                Console.Error.WriteLine("usage: throughput FOLDER | profile FOLDER | peers TOOL FOLDER | scaling TOOL FOLDER | make-history FOLDER REPOSITORY FILES COMMITS EDITS | make-releases LIST REPOSITORY | history TOOL REPOSITORY | read-by-libgit2 REPOSITORY | compile PACKAGES FOLDER | solution PACKAGES PROJECTS | fuzz FOLDER ITERATIONS | fuzz-history FOLDER REPOSITORIES");
                return 2;
        }
    }
}
