using System.Diagnostics;
using SecretGuard.Detection;
using SecretGuard.Detection.Decoding;
using SecretGuard.Rules;

namespace SecretGuard.Benchmarks;

/// <summary>Which matchers and signatures the engine's time goes to, and what the index alone costs.</summary>
internal static class Profile
{
    public static void Run(string folder)
    {
        List<Content> contents = Throughput.Load(folder, 100_000_000);
        double megabytes = contents.Sum(content => (double)content.Length) / 1e6;
        IReadOnlyList<Matcher> matchers = [.. Catalogue.Default.Matchers(), .. Decoders.All];
        Measure("index alone", contents, megabytes, [.. matchers.Select(matcher => new Silent(matcher))]);
        foreach (IGrouping<string, Matcher> group in matchers.GroupBy(matcher => matcher.GetType().Name, StringComparer.Ordinal))
        {
            Measure(group.Key, contents, megabytes, [.. group]);
        }

        MeasureRuns(contents, megabytes);
        var counting = matchers.Select(matcher => new Counting(matcher)).ToList();
        Measure("all, counted", contents, megabytes, [.. counting]);
        foreach ((string literal, long hits) in counting.SelectMany(matcher => matcher.Hits()).OrderByDescending(row => row.Hits).Take(40))
        {
            Console.WriteLine($"{hits / megabytes,10:F1} a MB  {literal}");
        }
    }

    /// <summary>The finder of Base64 and hex digits is no matcher: it has no signature.</summary>
    private static void MeasureRuns(List<Content> contents, double megabytes)
    {
        var index = new SignatureIndex([]);
        long runs = 0, digits = 0;
        Time("runs of digits", megabytes, () =>
        {
            (runs, digits) = (0, 0);
            foreach (Content content in contents)
            {
                for (int at = 0; DigitRuns.TryNext(content.Buffer.AsSpan(0, content.Length), at, out int start, out int end); at = end)
                {
                    (runs, digits) = (runs + 1, digits + end - start);
                }
            }
        });
        Console.WriteLine($"{runs / megabytes,10:F1} runs a MB of {(double)digits / runs:F0} digits");
        Time("stretches", megabytes, () =>
        {
            foreach (Content content in contents)
            {
                Stretches.Scan(new ScanContext(content.Buffer, content.Length, content.Path, FileSyntax.Code, new DecodingScope(index, content.Length)));
            }
        });
    }

    private static void Measure(string name, List<Content> contents, double megabytes, IReadOnlyList<Matcher> matchers)
    {
        var index = new SignatureIndex(matchers);
        Time(name, megabytes, () =>
        {
            foreach (Content content in contents)
            {
                index.Scan(new ScanContext(content.Buffer, content.Length, content.Path, FileSyntaxes.Of(content.Path)));
            }
        });
    }

    private static void Time(string name, double megabytes, Action action)
    {
        double best = double.MaxValue;
        for (int round = 0; round < 3; round++)
        {
            using Process self = Process.GetCurrentProcess();
            TimeSpan before = self.TotalProcessorTime;
            action();
            self.Refresh();
            best = Math.Min(best, (self.TotalProcessorTime - before).TotalSeconds);
        }

        Console.WriteLine($"{best / megabytes * 1e3,8:F3} ms/MB  {megabytes / best,6:F0} MB/s  {name}");
    }

    private sealed class Silent(Matcher inner) : Matcher
    {
        public override IReadOnlyList<Signature> Signatures => inner.Signatures;

        public override void Examine(ScanContext context, int position, int signature)
        {
        }
    }

    private sealed class Counting(Matcher inner) : Matcher
    {
        private readonly long[] _hits = new long[inner.Signatures.Count];

        public override IReadOnlyList<Signature> Signatures => inner.Signatures;

        public override void Examine(ScanContext context, int position, int signature)
        {
            _hits[signature]++;
            inner.Examine(context, position, signature);
        }

        public IEnumerable<(string Literal, long Hits)> Hits() =>
            inner.Signatures.Select((signature, i) => ($"{inner.GetType().Name} {signature.Literal}", _hits[i] / 3));
    }
}
