using Microsoft.Win32.SafeHandles;
using SecretGuard.Cli.Sources;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>Reads and judges one file after the other into one buffer. One for each thread.</summary>
internal sealed class FileScanner(Detector detector, ContentTriage triage, long maxFileSize)
{
    private byte[] _buffer = new byte[256 * 1024];

    public FileOutcome Scan(SourceFile file)
    {
        try
        {
            int read = file.FullPath == SourceFile.StandardInput ? ReadStandardInput() : ReadFile(file);
            if (read < 0)
            {
                return NotRead(file, $"it is larger than {ByteSize.Format(maxFileSize)}.", "Raise --max-file-size, or exclude it.");
            }

            Content content = Content.FromBytes(_buffer, read, file.DisplayPath);
            return new FileOutcome(triage.Judge(content, detector.Detect(content)), read, content.IsBinary, null);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return NotRead(file, "it vanished, or its name cannot be opened here.", "Scan again, rename it, or exclude it.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return NotRead(file, error is UnauthorizedAccessException ? "access is denied." : "it cannot be read.", "Run as a user who may read it, or exclude it.");
        }
    }

    private static FileOutcome NotRead(SourceFile file, string reason, string advice) =>
        new(TriagedContent.Empty, 0, IsBinary: false, new Incomplete(file.DisplayPath, reason, advice));

    /// <summary>Bytes read, or -1 where the file is too large.</summary>
    private int ReadFile(SourceFile file)
    {
        // A pipe would block for ever when opened; it has no length. Only one that the user named is read.
        if (new FileInfo(file.FullPath).Length == 0)
        {
            if (!file.IsNamed)
            {
                return 0;
            }

            using var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            return ReadStream(stream);
        }

        using SafeFileHandle handle = File.OpenHandle(file.FullPath, options: FileOptions.SequentialScan);
        long length = RandomAccess.GetLength(handle);
        if (length > maxFileSize)
        {
            return -1;
        }

        if (_buffer.Length < length)
        {
            _buffer = new byte[Math.Min(Math.Max(length, _buffer.Length * 2L), Array.MaxLength)];
        }

        int read = 0, got;
        while (read < length && (got = RandomAccess.Read(handle, _buffer.AsSpan(read, (int)length - read), read)) > 0)
        {
            read += got;
        }

        return read;
    }

    private int ReadStandardInput()
    {
        using Stream stream = Console.OpenStandardInput();
        return ReadStream(stream);
    }

    private int ReadStream(Stream stream)
    {
        int read = 0, got;
        while ((got = stream.Read(_buffer, read, _buffer.Length - read)) > 0)
        {
            read += got;
            if (read > maxFileSize)
            {
                return -1;
            }

            if (read == _buffer.Length)
            {
                Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, Array.MaxLength));
            }
        }

        return read;
    }
}
