using System.Diagnostics;
using SecretGuard.Detection;
using SecretGuard.Rules;

namespace SecretGuard.Benchmarks;

/// <summary>Mutates real files and scans them: no exception, no text that takes out of proportion long.</summary>
internal static class Fuzz
{
    private const int Longest = 16 * 1024;

    public static int Run(string folder, int iterations)
    {
        List<Content> seeds = Throughput.Load(folder, 50_000_000);
        var detector = new Detector(Catalogue.Default);
        var random = new Random(20260101);
        double slowest = 0, total = 0;
        for (int i = 0; i < iterations; i++)
        {
            Content seed = seeds[random.Next(seeds.Count)];
            if (seed.Length == 0)
            {
                continue;
            }

            byte[] text = Mutation.Of(seed.Buffer.AsSpan(0, seed.Length), Longest, random);
            long start = Stopwatch.GetTimestamp();
            try
            {
                detector.Detect(Content.FromBytes(text, text.Length, seed.Path));
            }
            catch (Exception error)
            {
                Console.Error.WriteLine($"iteration {i}, seed {seed.Path}: {error}");
                return 1;
            }

            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            total += seconds;
            slowest = Math.Max(slowest, seconds);
        }

        Console.WriteLine($"{iterations} texts, no exception, mean {total / iterations * 1e6:F0} us, slowest {slowest * 1e3:F1} ms");
        return 0;
    }
}
