namespace SecretGuard.Cli.Sources.Archives;

/// <summary>A buffer that grows with what is read into it and is used again and again.</summary>
internal sealed class ReadBuffer(int capacity, LargeReads.Lease lease)
{
    private byte[]? _bytes;

    /// <summary>The bytes; the first <see cref="Length"/> count.</summary>
    public byte[] Bytes => _bytes ??= new byte[capacity];

    /// <summary>Bytes that the last <see cref="Fill"/> read, also where it failed.</summary>
    public int Length { get; private set; }

    /// <summary>Makes room for so many bytes, and keeps the first of those that are there.</summary>
    public void Reserve(long size, int kept = 0)
    {
        if (Bytes.Length < size)
        {
            byte[] old = Bytes;
            _bytes = lease.Rent(Math.Min(Math.Max(size, old.Length * 2L), Array.MaxLength));
            old.AsSpan(0, kept).CopyTo(_bytes);
        }
    }

    /// <summary>Another buffer of the same thread.</summary>
    public ReadBuffer Beside(int capacity) => new(capacity, lease);

    /// <summary>Gives back what only one thread may hold.</summary>
    public void Release()
    {
        if (lease.Leave())
        {
            _bytes = null;
        }
    }

    /// <summary>Reads a stream to its end; false where it has more than <paramref name="limit"/> bytes.</summary>
    public bool Fill(Stream stream, long limit)
    {
        Length = 0;
        int got;
        while ((got = stream.Read(Bytes, Length, Math.Min(Bytes.Length - Length, 1 << 20))) > 0)
        {
            Length += got;
            if (Length > limit)
            {
                return false;
            }

            if (Length == Bytes.Length)
            {
                Reserve(Bytes.Length * 2L, Length);
            }
        }

        return true;
    }
}
