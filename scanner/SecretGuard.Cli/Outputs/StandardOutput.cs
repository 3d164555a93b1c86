using System.Runtime.InteropServices;

namespace SecretGuard.Cli.Outputs;

/// <summary>
/// Standard output. The framework's console makes a terminal ready, with a thread of its own, a table of encodings and handlers of signals, before the
/// first byte is written: a tenth of what a commit waits for a hook. Where the system has plain files it is only asked for what they cannot do.
/// </summary>
internal sealed partial class StandardOutput : Stream
{
    private const int File = 1;

    private static readonly bool IsPlain = (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && CanAsk();

    private Stream? _console;

    private StandardOutput()
    {
    }

    /// <summary>Whether it is no terminal.</summary>
    public static bool IsRedirected => IsPlain ? IsTerminal(File) == 0 : Console.IsOutputRedirected;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens it; closing leaves it open.</summary>
    public static Stream Open() => IsPlain ? new StandardOutput() : Console.OpenStandardOutput();

    /// <summary>Writes. What the system does not take at once (a pipe that nobody empties, one that is closed, a full disk) the console deals with.</summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (_console is null && !buffer.IsEmpty)
        {
            nint written = WriteTo(File, buffer, buffer.Length);
            if (written > 0)
            {
                buffer = buffer[(int)written..];
            }
            else
            {
                _console = Console.OpenStandardOutput();
            }
        }

        _console?.Write(buffer);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is kept.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _console?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Whether the C library is found under its usual name; the console does without.</summary>
    private static bool CanAsk()
    {
        try
        {
            return IsTerminal(File) is 0 or 1;
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    [LibraryImport("libc", EntryPoint = "isatty")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int IsTerminal(int file);

    [LibraryImport("libc", EntryPoint = "write")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint WriteTo(int file, ReadOnlySpan<byte> bytes, nint count);
}
