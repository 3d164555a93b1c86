using SecretGuard.Cli.Sources.Archives;
using SecretGuard.Detection;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>Judges the members of one archive and sums them up.</summary>
internal sealed class ArchiveScanner(Func<Content, TriagedContent> judge) : IMemberSink
{
    private readonly List<TriagedContent> _contents = [];
    private readonly Dictionary<ArchiveProblem, (string Path, int Count)> _problems = [];
    private int _files = 1;
    private int _binary = 1;
    private long _bytes;

    /// <summary>What the archive came to. A problem that many members have is told once, with the first of them.</summary>
    public FileOutcome Outcome() => new(
        _contents,
        new ReportCounts(_files, _bytes, _binary),
        [.. _problems.Select(problem => Told(problem.Key, problem.Value.Path, problem.Value.Count))]);

    public void Take(string path, byte[] buffer, int length)
    {
        Content content = Content.FromBytes(buffer, length, path);
        TriagedContent judged = judge(content);
        if (judged != TriagedContent.Empty)
        {
            _contents.Add(judged);
        }

        _files++;
        _bytes += length;
        _binary += content.IsBinary ? 1 : 0;
    }

    public void TakeContainer()
    {
        _files++;
        _binary++;
    }

    public void Tell(string path, ArchiveProblem problem)
    {
        (string Path, int Count) known = _problems.GetValueOrDefault(problem, (path, 0));
        _problems[problem] = (known.Path, known.Count + 1);
    }

    private static Incomplete Told(ArchiveProblem problem, string path, int count) =>
        new(path, count == 1 ? problem.Reason : $"{problem.Reason} This holds for {count} members of the archive; the others are not listed.", problem.Advice);
}
