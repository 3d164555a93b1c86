using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Git;
using SecretGuard.Git.Scanning;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Benchmarks.Histories;

/// <summary>
/// Makes repositories at random, with real git, and reads them: every object must be byte for byte what git has, every secret with its way what the long way finds,
/// with the cache of the run before as without; and bytes that are turned over in the files must end neither in an exception nor in a hang.
/// </summary>
internal sealed class HistoryFuzz(IReadOnlyList<Content> sources, int seed)
{
    private static readonly Detector Detector = new(Catalogue.Default);

    private readonly Random _random = new(seed);
    private readonly string _folder = Directory.CreateTempSubdirectory("secretguard-fuzz-").FullName;
    private readonly ExpectedSecrets _expected = new(Detector);

    /// <summary>Runs so many repositories, some at a time; says which seed failed, and how.</summary>
    public static int Run(string folder, int repositories)
    {
        List<Content> sources = Throughput.Load(folder, 20_000_000);
        if (sources.Count == 0)
        {
            Console.Error.WriteLine($"{folder} holds no source text to make histories of");
            return 2;
        }

        long start = Stopwatch.GetTimestamp();
        int failed = 0, objects = 0, secrets = 0;
        Parallel.For(0, repositories, seed =>
        {
            var fuzz = new HistoryFuzz(sources, seed);
            try
            {
                (int read, int told) = fuzz.Check();
                Interlocked.Add(ref objects, read);
                Interlocked.Add(ref secrets, told);
                Directory.Delete(fuzz._folder, recursive: true);
            }
            catch (Exception error)
            {
                Interlocked.Increment(ref failed);
                Console.Error.WriteLine($"seed {seed}, {fuzz._folder}: {error}");
            }
        });
        Console.WriteLine($"{repositories} repositories, {objects} objects, {secrets} secrets, {failed} failed, {Stopwatch.GetElapsedTime(start).TotalMinutes:F0} minutes");
        return failed == 0 ? 0 : 1;
    }

    private (int Objects, int Secrets) Check()
    {
        var history = new RandomHistory(sources, _random);
        Git([], "init", "-q", "--bare", "-b", "main", ".", _random.Next(8) == 0 ? "--object-format=sha256" : "--quiet");
        Git([], "config", "fastimport.unpackLimit", _random.Next(3) == 0 ? "100000" : "1");
        Git(history.Go(_random.Next(3, 30)), "fast-import", "--quiet", "--export-marks=marks");
        KeepHouse();
        int objects = CompareObjects(), secrets = CompareSecrets(history, "k");

        Git(history.Go(_random.Next(1, 6)), "fast-import", "--quiet", "--import-marks=marks", "--export-marks=marks");
        KeepHouse();
        objects += CompareObjects();
        secrets += CompareSecrets(history, "k") + CompareSecrets(history, null);
        Damage();
        return (objects, secrets);
    }

    private void KeepHouse()
    {
        for (int chores = _random.Next(3); chores > 0; chores--)
        {
            string[] chore = _random.Next(7) switch
            {
                // An index of several packs is not written for none.
                3 when Directory.GetFiles(Path.Combine(_folder, "objects/pack"), "*.pack").Length == 0 => ["repack", "-dq"],
                0 => ["repack", "-adfq", $"--depth={_random.Next(1, 80)}", $"--window={_random.Next(1, 40)}"],
                1 => ["repack", "-dq"],
                2 => ["-c", "repack.useDeltaBaseOffset=false", "-c", "pack.indexVersion=1", "repack", "-adfq"],
                3 => ["multi-pack-index", "write"],
                4 => ["commit-graph", "write", "--reachable"],
                5 => ["pack-refs", "--all"],
                _ => ["gc", "-q"],
            };
            Git([], chore);
        }
    }

    private int CompareObjects()
    {
        var read = new Digests();
        using (GitRepository repository = GitRepository.Open(_folder))
        {
            repository.ReadAll(() => read, new ReadOptions { Threads = 1 });
        }

        byte[] list = Git([], "cat-file", "--batch-all-objects", "--batch-check=%(objectname)");
        string[] ids = Encoding.ASCII.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Require(ids.Length == read.All.Count, $"git has {ids.Length} objects, {read.All.Count} were read");
        ReadOnlySpan<byte> all = Git([], "cat-file", "--batch-all-objects", "--batch");
        foreach (string id in ids)
        {
            int end = all.IndexOf((byte)'\n'), length = int.Parse(Encoding.ASCII.GetString(all[..end]).Split(' ')[2], CultureInfo.InvariantCulture);
            Require(read.All[id].AsSpan().SequenceEqual(SHA256.HashData(all.Slice(end + 1, length))), $"object {id} is not what git has");
            all = all[(end + length + 2)..];
        }

        return ids.Length;
    }

    private int CompareSecrets(RandomHistory history, string? key)
    {
        Dictionary<string, int> marks = File.ReadLines(Path.Combine(_folder, "marks")).Select(line => line.Split(' ')).ToDictionary(pair => pair[1], pair => int.Parse(pair[0].AsSpan(1), CultureInfo.InvariantCulture));
        HistoryOutcome outcome = Scan(key);
        Require(outcome.ProblemCount == 0, "a sound repository has problems");
        List<string> told = [.. outcome.Findings.Concat(outcome.Suppressed.Select(item => item.Finding)).Select(finding => Tell(finding, marks)).Order(StringComparer.Ordinal)];
        List<string> expected = _expected.Tell(history);
        Require(told.SequenceEqual(expected), $"told{(key is null ? "" : " with a cache")}:\n  {string.Join("\n  ", told.Except(expected))}\nexpected:\n  {string.Join("\n  ", expected.Except(told))}");
        return told.Count;
    }

    private static string Tell(Finding finding, Dictionary<string, int> marks)
    {
        Provenance way = finding.Provenance!;
        return ExpectedSecrets.Line(finding.Rule, marks[way.FirstCommit!], marks[way.LastCommit!], way.IsInHead, way.Places, way.Paths);
    }

    private HistoryOutcome Scan(string? key)
    {
        using GitRepository repository = GitRepository.Open(_folder);
        return new HistoryScan(repository, Detector, new TriagePolicy(), new HistoryOptions { CacheKey = key, Threads = 1 }).Run(CancellationToken.None);
    }

    private void Damage()
    {
        string[] files = Directory.GetFiles(Path.Combine(_folder, "objects"), "*", SearchOption.AllDirectories);
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            string file = files[_random.Next(files.Length)];
            byte[] bytes = File.ReadAllBytes(file);
            for (int flips = _random.Next(1, 5); flips > 0 && bytes.Length > 0; flips--)
            {
                bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
            }

            File.Delete(file);
            File.WriteAllBytes(file, _random.Next(3) == 0 ? bytes[..(bytes.Length / 2)] : bytes);
        }

        Task scan = Task.Run(() => Scan(_random.Next(2) == 0 ? "k" : null));
        Require(scan.Wait(TimeSpan.FromMinutes(1)), "a damaged repository hangs");
    }

    private byte[] Git(byte[] input, params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", ["-C", _folder, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        Task write = Task.Run(() =>
        {
            git.StandardInput.BaseStream.Write(input);
            git.StandardInput.Close();
        });
        using var output = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(output);
        write.Wait();
        git.WaitForExit();
        Require(git.ExitCode == 0, $"git {string.Join(' ', arguments)} ended with {git.ExitCode}");
        return output.ToArray();
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    /// <summary>The digest of every object that was handed over.</summary>
    private sealed class Digests : IObjectVisitor<object>
    {
        public Dictionary<string, byte[]> All { get; } = new(StringComparer.Ordinal);

        public object? Visit(in ObjectVisit visit, object? baseState)
        {
            All.Add(visit.Id.ToString(), SHA256.HashData(visit.Content));
            return null;
        }
    }
}
