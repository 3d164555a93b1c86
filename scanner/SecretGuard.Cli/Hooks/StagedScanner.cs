using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Cli.Sources.Archives;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Git;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Hooks;

/// <summary>What one staged file came to.</summary>
/// <param name="File">What was found and read.</param>
/// <param name="AddedLines">How many of its lines are new.</param>
internal sealed record StagedOutcome(FileOutcome File, int AddedLines)
{
    /// <summary>Whether a secret was found.</summary>
    public bool HasFindings => File.Contents.Any(content => content.Findings.Count > 0);
}

/// <summary>
/// Reads and judges staged files. The whole content is looked at, so that what stands around a line says what it is, and what touches an added line counts.
/// One for each thread.
/// </summary>
internal sealed class StagedScanner(GitRepository repository, Detector detector, ContentTriage triage, ScanOptions options, FileScanner files, CancellationToken stop)
{
    public StagedOutcome Scan(HookFile file)
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

    private StagedOutcome Read(HookFile file)
    {
        var source = new SourceFile(file.DisplayPath, file.DisplayPath);
        if (!repository.TryRead(file.Staged.Id, options.MaxFileSize, out ObjectHeader header, out GitObject found, out ObjectProblem? problem))
        {
            return Missing(file, problem);
        }

        if (header.Size > options.MaxFileSize)
        {
            byte[] beginning = new byte[Content.Sniffed];
            return repository.TryReadBeginning(file.Staged.Id, beginning, out int begun) && Content.IsNoText(beginning.AsSpan(0, begun))
                ? Judge(file, Content.FromBytes(beginning, begun, file.DisplayPath), begun)
                : new StagedOutcome(files.TooLarge(source), 0);
        }

        byte[] bytes = found.Content;
        if (LargeFilePointer.TryParse(bytes) is { } pointer)
        {
            return ReadLarge(file, pointer.FileIn(repository.Layout));
        }

        byte[] head = bytes[..Math.Min(bytes.Length, ArchiveKinds.HeadLength)];
        if (options.Archives && ArchiveKinds.Of(head) != ArchiveKind.None)
        {
            using var stream = new MemoryStream(bytes);
            return new StagedOutcome(files.ScanArchive(stream, head, source), 1);
        }

        return Judge(file, Content.FromBytes(bytes, bytes.Length, file.DisplayPath), bytes.Length);
    }

    private StagedOutcome Judge(HookFile file, Content staged, int length)
    {
        AddedLines added = AddedLines.Between(Committed(file), staged);
        TriagedContent judged = TriagedContent.Empty;
        if (added.Count > 0)
        {
            IReadOnlyList<Match> seen = detector.See(staged, stop);
            Match[] fresh = [.. detector.Resolve(seen).Where(match => added.Touch(match.Start, match.End))];
            judged = triage.Judge(staged, fresh, seen, stop);
            judged = judged with { Notices = [.. judged.Notices.Where(notice => notice.Location is null || added.Has(notice.Location.StartLine))] };
        }

        return new StagedOutcome(new FileOutcome([judged], new ReportCounts(1, length, staged.IsBinary ? 1 : 0), []), added.Count);
    }

    /// <summary>The version of the last commit. Without it, as in a partial clone, everything counts as new.</summary>
    private Content? Committed(HookFile file) =>
        !file.Staged.Committed.IsZero
        && repository.TryRead(file.Staged.Committed, options.MaxFileSize, out ObjectHeader header, out GitObject found, out _) && header.Size <= options.MaxFileSize && found.Kind == ObjectKind.Blob
            ? Content.FromBytes(found.Content, found.Content.Length, file.DisplayPath)
            : null;

    /// <summary>A file that Git LFS keeps beside the objects. Of what is no text the head says all.</summary>
    private StagedOutcome ReadLarge(HookFile file, string path)
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
            : new StagedOutcome(files.Scan(new SourceFile(path, file.DisplayPath)), 1);
    }

    private static StagedOutcome Missing(HookFile file, ObjectProblem? problem) =>
        NotRead(file, $"its staged content cannot be read: {problem?.Reason ?? "it is not here"}.", "'git fsck' says more; 'git add' stages it anew.");

    private static StagedOutcome NotRead(HookFile file, string reason, string advice) => new(FileOutcome.NotRead(file.DisplayPath, reason, advice), 0);
}
