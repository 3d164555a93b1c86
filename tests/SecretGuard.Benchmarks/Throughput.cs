using System.Diagnostics;
using SecretGuard.Detection;
using SecretGuard.Rules;

namespace SecretGuard.Benchmarks;

/// <summary>Megabytes a second of the engine on one core with every default rule on, beside a base line that only counts lines.</summary>
internal static class Throughput
{
    private const int Rounds = 10;

    public static void Run(string folder)
    {
        List<Content> contents = Load(folder, 200_000_000);
        double megabytes = contents.Sum(content => (double)content.Length) / 1e6;
        var detector = new Detector(Catalogue.Default);
        Console.WriteLine($"{contents.Count} texts, {megabytes:F1} MB, {Catalogue.Default.Rules.Count} rules");
        for (int round = 0; round < Rounds; round++)
        {
            (double baseLine, int lines) = Time(contents, content => content.Buffer.AsSpan(0, content.Length).Count((byte)'\n'));
            (double engine, int matches) = Time(contents, content => detector.Detect(content).Count);
            Console.WriteLine($"engine {megabytes / engine:F0} MB/s, lines {megabytes / baseLine:F0} MB/s, ratio {engine / baseLine:F1}, {matches} matches, {lines} lines");
        }
    }

    private static (double Seconds, int Sum) Time(List<Content> contents, Func<Content, int> action)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        int sum = 0;
        foreach (Content content in contents)
        {
            sum += action(content);
        }

        self.Refresh();
        return ((self.TotalProcessorTime - before).TotalSeconds, sum);
    }

    public static List<Content> Load(string folder, long most)
    {
        var contents = new List<Content>();
        long total = 0;
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            byte[] bytes = File.ReadAllBytes(file);
            var content = Content.FromBytes(bytes, bytes.Length, Path.GetRelativePath(folder, file).Replace('\\', '/'));
            if (!content.IsBinary)
            {
                contents.Add(content);
                total += content.Length;
            }

            if (total > most)
            {
                break;
            }
        }

        return contents;
    }
}
