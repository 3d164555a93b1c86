using System.Diagnostics;
using SecretGuard.Cli.Sources;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Rules;
using SecretGuard.Triage;
using Match = SecretGuard.Detection.Match;

namespace SecretGuard.Cli.Scanning;

/// <summary>Scans files on several threads. The report does not depend on how many.</summary>
internal sealed class ScanRunner(ScanOptions options, RuleSet rules)
{
    private readonly Detector _detector = new(rules);

    public Report Run(CancellationToken cancellation)
    {
        DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        var incomplete = new List<Incomplete>();
        IReadOnlyList<SourceFile> files = WorkingTree.List(options.Paths, options.Root, options.AllFiles, incomplete, cancellation);
        var outcomes = new FileOutcome[files.Count];
        int next = -1;
        void Work()
        {
            byte[] buffer = new byte[256 * 1024];
            for (int i = Interlocked.Increment(ref next); i < files.Count && !cancellation.IsCancellationRequested; i = Interlocked.Increment(ref next))
            {
                outcomes[i] = Scan(files[i], ref buffer);
            }
        }

        var threads = new List<Thread>();
        for (int i = 1; i < Math.Min(options.Threads, files.Count); i++)
        {
            var thread = new Thread(Work) { IsBackground = true };
            thread.Start();
            threads.Add(thread);
        }

        Work();
        threads.ForEach(thread => thread.Join());
        cancellation.ThrowIfCancellationRequested();
        incomplete.AddRange(outcomes.Select(outcome => outcome.Incomplete).OfType<Incomplete>());
        return new Report
        {
            Command = "scan",
            ToolVersion = ToolVersion.Current,
            StartedAt = startedAt,
            Elapsed = Stopwatch.GetElapsedTime(start),
            Findings = [.. outcomes.SelectMany(outcome => outcome.Findings)],
            Incomplete = incomplete,
            Counts = new ReportCounts(
                outcomes.Count(outcome => outcome.Incomplete is null),
                outcomes.Sum(outcome => outcome.Bytes),
                outcomes.Count(outcome => outcome.Binary)),
            Rules = rules.Rules,
        };
    }

    private FileOutcome Scan(SourceFile file, ref byte[] buffer)
    {
        try
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle handle = File.OpenHandle(file.FullPath, options: FileOptions.SequentialScan);
            long length = RandomAccess.GetLength(handle);
            if (length > options.MaxFileSize)
            {
                return FileOutcome.NotRead(file, $"larger than {options.MaxFileSize / (1024 * 1024)} MB", "Raise --max-file-size, or exclude it.");
            }

            if (buffer.Length < length)
            {
                buffer = new byte[Math.Max(length, buffer.Length * 2L)];
            }

            int read = 0, got;
            while (read < length && (got = RandomAccess.Read(handle, buffer.AsSpan(read, (int)length - read), read)) > 0)
            {
                read += got;
            }

            return Judge(Content.FromBytes(buffer, read, file.DisplayPath), read);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FileOutcome.NotRead(file, error.Message, "Run as a user who may read it, or exclude it.");
        }
    }

    private FileOutcome Judge(Content content, long bytes)
    {
        IReadOnlyList<Match> all = _detector.Detect(content);
        IReadOnlyList<Match> counted = all.Count == 0 ? all : [.. all.Where(match => match.Confidence >= options.MinConfidence)];
        return new FileOutcome(FindingBuilder.Build(content, counted, all), bytes, content.IsBinary, null);
    }

    private readonly record struct FileOutcome(IReadOnlyList<Finding> Findings, long Bytes, bool Binary, Incomplete? Incomplete)
    {
        public static FileOutcome NotRead(SourceFile file, string reason, string advice) =>
            new([], 0, false, new Incomplete(file.DisplayPath, reason, advice));
    }
}
