using Microsoft.Win32.SafeHandles;
using SecretGuard.Cli.Sources;
using SecretGuard.Cli.Sources.Archives;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>Reads and judges one file after the other into one buffer. One for each thread.</summary>
internal sealed class FileScanner(Detector detector, ContentTriage triage, ScanOptions options, LargeReads large, CancellationToken stop)
{
    private readonly ReadBuffer _buffer = new(256 * 1024, large.Line(stop));

    public FileOutcome Scan(SourceFile file)
    {
        try
        {
            return file.FullPath == SourceFile.StandardInput ? ScanStream(Console.OpenStandardInput, file) : ScanFile(file);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return FileOutcome.NotRead(file.DisplayPath, "the time limit was reached in it.", "Raise --timeout, or exclude it.");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileOutcome.NotRead(file.DisplayPath, "it vanished, or its name cannot be opened here.", "Scan again, rename it, or exclude it.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FileOutcome.NotRead(file.DisplayPath, error is UnauthorizedAccessException ? "access is denied." : "it cannot be read.", FileListing.AdviceToExclude);
        }
        catch (Exception error)
        {
            // One file must not end the scan. Only the kind of the fault is told: its message may quote what was read.
            return FileOutcome.NotRead(file.DisplayPath, $"this tool failed on it ({error.GetType().Name}).", "Please report that, and exclude the file until it is mended.");
        }
        finally
        {
            _buffer.Release();
        }
    }

    private FileOutcome ScanFile(SourceFile file)
    {
        // A pipe would block for ever when opened; it has no length. Only one that the user named is read.
        if (new FileInfo(file.FullPath).Length == 0)
        {
            if (!file.IsNamed)
            {
                return Judged(file, 0);
            }

            return ScanStream(() => new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0), file);
        }

        // Files that others write to or delete meanwhile are read too.
        using SafeFileHandle handle = File.OpenHandle(file.FullPath, share: FileShare.ReadWrite | FileShare.Delete);
        if (options.Archives && ReadHead(handle) is var head && ArchiveKinds.Of(head) != ArchiveKind.None)
        {
            using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 64 * 1024);
            return ScanArchive(stream, head, file);
        }

        long length = RandomAccess.GetLength(handle);
        int begun = Read(handle, (int)Math.Min(length, Content.Sniffed), 0);
        return Content.IsNoText(_buffer.Bytes.AsSpan(0, begun)) ? Judged(file, begun, length)
            : length > options.MaxFileSize ? TooLarge(file)
            : Judged(file, Read(handle, (int)length, begun));
    }

    private FileOutcome ScanStream(Func<Stream> open, SourceFile file)
    {
        using var stream = new StoppableStream(open, stop);
        using var peeked = new PeekedStream(stream);
        return options.Archives && ArchiveKinds.Of(peeked.Head) != ArchiveKind.None ? ScanArchive(peeked, peeked.Head, file)
            : _buffer.Fill(peeked, options.MaxFileSize) ? Judged(file, _buffer.Length)
            : TooLarge(file);
    }

    /// <summary>Scans what is in an archive, wherever it comes from.</summary>
    public FileOutcome ScanArchive(Stream stream, ReadOnlySpan<byte> head, SourceFile file)
    {
        var limits = new ArchiveLimits { MemberSize = options.MaxFileSize, Unpacked = options.MaxArchiveSize };
        var archive = new ArchiveScanner(Judge);
        new ArchiveWalk(limits, options.Exclude, _buffer, archive, stop).Read(stream, head, file.DisplayPath);
        return archive.Outcome();
    }

    private static byte[] ReadHead(SafeFileHandle handle)
    {
        byte[] head = new byte[ArchiveKinds.HeadLength];
        int read = RandomAccess.Read(handle, head, 0);
        return head[..read];
    }

    /// <summary>Reads on until the buffer holds so many bytes; how many it holds.</summary>
    private int Read(SafeFileHandle handle, int length, int read)
    {
        _buffer.Reserve(length, read);
        int got;
        while (read < length && (got = RandomAccess.Read(handle, _buffer.Bytes.AsSpan(read, length - read), read)) > 0)
        {
            read += got;
        }

        return read;
    }

    /// <summary>Looks at what the buffer holds.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">How much of it is in the buffer: all, or of what is no text the beginning.</param>
    /// <param name="size">How large it is, where that is more.</param>
    private FileOutcome Judged(SourceFile file, int length, long size = 0)
    {
        Content content = Content.FromBytes(_buffer.Bytes, length, file.DisplayPath);
        TriagedContent judged = Judge(content);
        return new FileOutcome(judged == TriagedContent.Empty ? [] : [judged], new ReportCounts(1, Math.Max(size, length), content.IsBinary ? 1 : 0), []);
    }

    private TriagedContent Judge(Content content)
    {
        IReadOnlyList<Match> seen = detector.See(content, stop);
        return triage.Judge(content, detector.Resolve(seen), seen, stop);
    }

    /// <summary>A file that is larger than the user wants to read.</summary>
    public FileOutcome TooLarge(SourceFile file) =>
        FileOutcome.NotRead(file.DisplayPath, $"it is larger than {ByteSize.Format(options.MaxFileSize)}.", "Raise --max-file-size, or exclude it.");
}
