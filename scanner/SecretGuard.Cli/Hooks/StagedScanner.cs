using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Cli.Sources.Archives;
using SecretGuard.Detection;
using SecretGuard.Git;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Hooks;

/// <summary>
/// Reads and judges staged files. The whole content is looked at, so that what stands around a line says what it is, and what touches an added line counts.
/// One for each thread.
/// </summary>
internal sealed class StagedScanner(GitRepository repository, Detector detector, ContentTriage triage, ScanOptions options, FileScanner files, CancellationToken stop)
{
    // Nothing keeps a content once it is judged: all files of a thread are read into one array.
    private byte[] _read = new byte[16 * 1024];

    public FileOutcome Scan(HookFile file)
    {
        try
        {
            return Read(file);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One file must not end the scan. Only the kind of the fault is told: its message may quote what was read.
            return NotRead(file, $"this tool failed on it ({error.GetType().Name}).", "Please report that, and exclude the file until it is mended.");
        }
    }

    private FileOutcome Read(HookFile file)
    {
        var source = new SourceFile(file.DisplayPath, file.DisplayPath);
        if (!repository.TryRead(file.Staged.Id, options.MaxFileSize, ref _read, out ObjectHeader header, out ObjectProblem? problem))
        {
            return Missing(file, problem);
        }

        if (header.Size > options.MaxFileSize)
        {
            byte[] beginning = new byte[Content.Sniffed];
            return repository.TryReadBeginning(file.Staged.Id, beginning, out int begun) && Content.IsNoText(beginning.AsSpan(0, begun))
                ? Judge(file, Content.FromBytes(beginning, begun, file.DisplayPath), begun)
                : files.TooLarge(source);
        }

        int length = (int)header.Size;
        ReadOnlySpan<byte> bytes = _read.AsSpan(0, length);
        if (LargeFilePointer.TryParse(bytes) is { } pointer)
        {
            return ReadLarge(file, pointer.FileIn(repository.Layout));
        }

        ReadOnlySpan<byte> head = bytes[..Math.Min(length, ArchiveKinds.HeadLength)];
        if (options.Archives && ArchiveKinds.Of(head) != ArchiveKind.None)
        {
            using var stream = new MemoryStream(_read, 0, length, writable: false);
            return files.ScanArchive(stream, head, source);
        }

        return Judge(file, Content.FromBytes(_read, length, file.DisplayPath), length);
    }

    private FileOutcome Judge(HookFile file, Content staged, int length)
    {
        IReadOnlyList<Match> seen = detector.See(staged, stop);
        IReadOnlyList<Match> found = seen.Count == 0 ? seen : detector.Resolve(seen);
        TriagedContent judged = found.Count > 0 ? TriagedContent.Empty : triage.Judge(staged, found, seen, stop);
        if (found.Count > 0 || judged.Notices.Count > 0)
        {
            judged = JudgeAdded(file, staged, found, seen);
        }

        return new FileOutcome([judged], new ReportCounts(1, length, staged.IsBinary ? 1 : 0), []);
    }

    /// <summary>Most files have nothing to tell. For the others it is read what the last commit has of them.</summary>
    private TriagedContent JudgeAdded(HookFile file, Content staged, IReadOnlyList<Match> found, IReadOnlyList<Match> seen)
    {
        AddedLines added = AddedLines.Between(Committed(file), staged);
        TriagedContent judged = triage.Judge(staged, [.. found.Where(match => added.Touch(match.Start, match.End))], seen, stop);
        return judged with { Notices = [.. judged.Notices.Where(notice => notice.Location is null || added.Has(notice.Location.StartLine))] };
    }

    /// <summary>The version of the last commit. Without it, as in a partial clone, everything counts as new.</summary>
    private Content? Committed(HookFile file)
    {
        byte[] content = [];
        return !file.Staged.Committed.IsZero && repository.TryRead(file.Staged.Committed, options.MaxFileSize, ref content, out ObjectHeader header, out _) && header.Size <= options.MaxFileSize && header.Kind == ObjectKind.Blob
            ? Content.FromBytes(content, content.Length, file.DisplayPath)
            : null;
    }

    /// <summary>A file that Git LFS keeps beside the objects. Of what is no text the head says all.</summary>
    private FileOutcome ReadLarge(HookFile file, string path)
    {
        if (!File.Exists(path))
        {
            return NotRead(file, "Git LFS keeps it, and its content is not here.", "'git lfs fetch' brings it; or exclude it.");
        }

        byte[] head = new byte[Content.Sniffed];
        using (FileStream stream = File.OpenRead(path))
        {
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }

        bool isArchive = options.Archives && ArchiveKinds.Of(head.AsSpan(0, Math.Min(head.Length, ArchiveKinds.HeadLength))) != ArchiveKind.None;
        Content content = Content.FromBytes(head, head.Length, file.DisplayPath);
        return content.IsBinary && !isArchive
            ? Judge(file, content, head.Length)
            : files.Scan(new SourceFile(path, file.DisplayPath));
    }

    private static FileOutcome Missing(HookFile file, ObjectProblem? problem) =>
        NotRead(file, $"its staged content cannot be read: {problem?.Reason ?? "it is not here"}.", "'git fsck' says more; 'git add' stages it anew.");

    private static FileOutcome NotRead(HookFile file, string reason, string advice) => FileOutcome.NotRead(file.DisplayPath, reason, advice);
}
