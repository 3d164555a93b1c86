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

            byte[] text = Mutate(seed, random);
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

    private static byte[] Mutate(Content seed, Random random)
    {
        int length = Math.Min(seed.Length, random.Next(1, Longest));
        int start = random.Next(0, seed.Length - length + 1);
        byte[] text = seed.Buffer.AsSpan(start, length).ToArray();
        int changes = random.Next(1, 12);
        for (int i = 0; i < changes; i++)
        {
            int at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text[at] = (byte)random.Next(256);
                    break;
                case 1:
                    text[at] = (byte)"\"'`{}[]()<>=:;,\\\n$"[random.Next(18)];
                    break;
                case 2:
                    int size = Math.Min(random.Next(1, 200), text.Length - at);
                    text.AsSpan(random.Next(text.Length - size + 1), size).ToArray().CopyTo(text, at);
                    break;
                default:
                    text = text[..(at + 1)];
                    break;
            }
        }

        return text;
    }
}
