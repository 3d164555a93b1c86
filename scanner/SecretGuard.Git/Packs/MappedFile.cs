using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace SecretGuard.Git.Packs;

/// <summary>A file that is read through memory. Every slice is checked against its length.</summary>
internal sealed unsafe partial class MappedFile : IDisposable
{
    private const int ChunkShift = 16; // what a system brings in for one byte that is read
    private const int MostChunks = 512;
    private const int NotNeeded = 4; // MADV_DONTNEED of Linux and macOS

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    // Which pieces of 64 KB were read since they were given back, and how many. Threads that write at a time may count one twice or not.
    private readonly bool[] _isRead;
    private int _read;

    /// <summary>Maps a file.</summary>
    /// <exception cref="IOException">It cannot be read, or is empty.</exception>
    public MappedFile(string path)
    {
        // git replaces such files and never changes one in place; who deletes it meanwhile is not hindered.
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Path = path;
        Length = stream.Length;
        if (Length == 0)
        {
            stream.Dispose();
            throw new IOException("it is empty");
        }

        _file = MemoryMappedFile.CreateFromFile(stream, mapName: null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _isRead = new bool[(Length >> ChunkShift) + 1];
    }

    /// <summary>Where the file lies.</summary>
    public string Path { get; }

    /// <summary>Its length in bytes.</summary>
    public long Length { get; }

    /// <summary>These bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not all in the file.</exception>
    public ReadOnlySpan<byte> Slice(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - offset);
        return new ReadOnlySpan<byte>(_start + offset, length);
    }

    /// <summary>The bytes from an offset on that lie before another, as many as one span holds; none where there are none.</summary>
    public ReadOnlySpan<byte> From(long offset, long before) =>
        Slice(offset, (int)Math.Clamp(Math.Min(before, Length) - offset, 0, int.MaxValue));

    /// <summary>Its first bytes as a stream, which must not live longer than the file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not all in the file.</exception>
    public Stream Open(int length) => new UnmanagedMemoryStream(_start, Slice(0, length).Length);

    /// <summary>
    /// Notes that these bytes were read. What is read stays in the process's memory, of a large file as much as there is: now and then all of it is given back,
    /// and comes again from where the system keeps files.
    /// </summary>
    public void NoteRead(long offset, long length)
    {
        long last = Math.Min(offset + length, Length) >> ChunkShift;
        for (long chunk = offset >> ChunkShift; chunk <= last; chunk++)
        {
            if (!_isRead[chunk])
            {
                _isRead[chunk] = true;
                _read++;
            }
        }

        if (_read > MostChunks)
        {
            _read = 0;
            Array.Clear(_isRead);
            if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
            {
                _ = GiveBack(_start, (nuint)Length, NotNeeded); // whether or not it does, nothing else changes
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GiveBack(byte* start, nuint length, int advice);

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
