using System.Buffers;
using System.Buffers.Text;
using SecretGuard.Git.Compression;

namespace SecretGuard.Git;

/// <summary>The objects that stand in a file of their own, <c>objects/ab/cdef…</c> (gitformat-loose): a zlib stream of kind, size, NUL and content.</summary>
internal sealed class LooseObjects(string directory, ObjectFormat format)
{
    private const int LongestHeader = 32;

    /// <summary>The codes of a compressed block take up to 600 bytes; behind them the header comes at once.</summary>
    private const int Beginning = 1024;

    /// <summary>Files up to this length are read at once, whatever is asked of them.</summary>
    private const int Small = 32 * 1024;

    /// <summary>Text takes a third to a sixth of its length: with this much room most small objects come out at once, header and all.</summary>
    private const int UsualGrowth = 8;

    /// <summary>Every object that has a file here, whatever is in it.</summary>
    /// <param name="problems">Takes what cannot be listed.</param>
    public IEnumerable<ObjectId> List(ObjectProblems problems)
    {
        string[] folders = Directory.Exists(directory) ? Directory.GetDirectories(directory, "??") : [];
        foreach (string folder in folders.Order(StringComparer.Ordinal))
        {
            string start = Path.GetFileName(folder);
            foreach (string path in Files(folder, problems))
            {
                // What is being written has another name.
                if (ObjectId.TryParse(start + Path.GetFileName(path), out ObjectId id) && id.Length == (int)format)
                {
                    yield return id;
                }
            }
        }
    }

    /// <summary>Where an object would stand.</summary>
    public string PathOf(in ObjectId id)
    {
        string name = id.ToString();
        return Path.Combine(directory, name[..2], name[2..]);
    }

    public bool Has(in ObjectId id) => File.Exists(PathOf(id));

    /// <summary>Reads kind and size; null, or what is wrong.</summary>
    public string? TryReadHeader(in ObjectId id, out ObjectHeader header) => TryRead(id, mostBytes: -1, out header, out _);

    /// <summary>Reads an object of at most <paramref name="mostBytes"/>; null, or what is wrong. The content is rented where one is.</summary>
    /// <param name="id">The object.</param>
    /// <param name="mostBytes">A larger object has a header and no content.</param>
    /// <param name="header">Kind and size.</param>
    /// <param name="content">The content.</param>
    public string? TryRead(in ObjectId id, long mostBytes, out ObjectHeader header, out Buffer content)
    {
        header = default;
        content = default;
        byte[]? rented = null;
        try
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            int length = (int)Math.Min(RandomAccess.GetLength(file), Array.MaxLength), first = length <= Small ? length : Beginning;
            rented = ArrayPool<byte>.Shared.Rent(first);
            int read = Fill(file, rented.AsSpan(0, first), 0);
            if (length <= Small && mostBytes >= 0 && TryInflateAtOnce(rented.AsSpan(0, read), mostBytes, out header, out content))
            {
                return null;
            }

            string? fault = TryReadHeader(rented.AsSpan(0, read), out header, out int start);
            if (fault is not null || header.Size > mostBytes)
            {
                return fault;
            }

            if (first < length)
            {
                byte[] whole = ArrayPool<byte>.Shared.Rent(length);
                rented.AsSpan(0, read).CopyTo(whole);
                ArrayPool<byte>.Shared.Return(rented);
                rented = whole;
                read += Fill(file, rented.AsSpan(read, length - read), read);
            }

            return TryInflate(rented.AsSpan(0, read), header, start, out content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error is FileNotFoundException or DirectoryNotFoundException ? "it is gone" : error is UnauthorizedAccessException ? "access is denied" : "it cannot be read";
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Reads the beginning of an object's content; false where it cannot be read.</summary>
    public bool TryReadBeginning(in ObjectId id, Span<byte> beginning, out int length)
    {
        length = 0;
        try
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] stored = new byte[beginning.Length + Small], content = new byte[beginning.Length + LongestHeader];
            int read = Fill(file, stored, 0);
            if (TryReadHeader(stored.AsSpan(0, read), out ObjectHeader header, out int start) is not null)
            {
                return false;
            }

            int wanted = (int)Math.Min(header.Size, beginning.Length);
            Inflater.OfThread.Inflate(stored.AsSpan(0, read), content.AsSpan(0, start + wanted), out int written);
            length = written - start;
            content.AsSpan(start, Math.Max(0, length)).CopyTo(beginning);
            return length == wanted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string[] Files(string folder, ObjectProblems problems)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (DirectoryNotFoundException)
        {
            // git packed what was in it.
            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ObjectProblem(default, folder, error is UnauthorizedAccessException ? "access is denied" : "it cannot be listed"));
            return [];
        }
    }

    /// <summary>Reads from an offset until the target is full or the file ends; how much was read.</summary>
    private static int Fill(Microsoft.Win32.SafeHandles.SafeFileHandle file, Span<byte> target, int offset)
    {
        int read = 0;
        while (read < target.Length && RandomAccess.Read(file, target[read..], offset + read) is > 0 and var more)
        {
            read += more;
        }

        return read;
    }

    private static string? TryReadHeader(ReadOnlySpan<byte> bytes, out ObjectHeader header, out int start)
    {
        header = default;
        Span<byte> head = stackalloc byte[LongestHeader];
        InflateOutcome outcome = Inflater.OfThread.Inflate(bytes, head, out int written);
        return TryParseHeader(head[..written], out header, out start) ? null
            : outcome == InflateOutcome.Bad && start == 0 ? "its compressed data is damaged"
            : "its header is damaged";
    }

    private static bool TryParseHeader(ReadOnlySpan<byte> head, out ObjectHeader header, out int start)
    {
        int space = head.IndexOf((byte)' ');
        start = head.IndexOf((byte)0) + 1;
        ObjectKind kind = space < 0 ? ObjectKind.None : ObjectKindNames.Parse(head[..space]);
        bool isWhole = kind != ObjectKind.None && start > space;
        long size = 0;
        isWhole = isWhole && TryParseSize(head[(space + 1)..(start - 1)], out size);
        header = isWhole ? new ObjectHeader(kind, size) : default;
        return isWhole;
    }

    /// <summary>An object that is sound and has grown as text does; of any other the way in two steps says what it is.</summary>
    private static bool TryInflateAtOnce(ReadOnlySpan<byte> bytes, long mostBytes, out ObjectHeader header, out Buffer content)
    {
        Buffer whole = Buffer.Rent(LongestHeader + bytes.Length * UsualGrowth);
        InflateOutcome outcome = Inflater.OfThread.Inflate(bytes, whole.Writable, out int written);
        ReadOnlySpan<byte> head = whole.Bytes[..Math.Min(written, LongestHeader)];
        if (TryParseHeader(head, out header, out int start) && outcome == InflateOutcome.Done && written - start == header.Size && header.Size <= mostBytes)
        {
            content = whole.From(start).Beginning(written - start);
            return true;
        }

        whole.Return();
        content = default;
        return false;
    }

    private static bool TryParseSize(ReadOnlySpan<byte> digits, out long size)
    {
        size = 0;
        return digits.Length > 0 && char.IsAsciiDigit((char)digits[0]) && Utf8Parser.TryParse(digits, out size, out int read) && read == digits.Length;
    }

    private static string? TryInflate(ReadOnlySpan<byte> bytes, in ObjectHeader header, int start, out Buffer content)
    {
        content = default;
        if (header.Size / 1032 > bytes.Length)
        {
            return "it cannot be as large as it says";
        }

        if (header.Size > Array.MaxLength - start)
        {
            return "it is larger than can be held in memory";
        }

        Buffer whole = Buffer.Rent((int)header.Size + start);
        InflateOutcome outcome = Inflater.OfThread.Inflate(bytes, whole.Writable, out int written);
        if (outcome != InflateOutcome.Done || written != whole.Length)
        {
            whole.Return();
            return outcome == InflateOutcome.Bad ? "its compressed data is damaged" : "its size is not what it says";
        }

        content = whole.From(start);
        return null;
    }
}
