namespace SecretGuard.Cli.Sources.Archives;

/// <summary>Lists the members of a zip archive: by its directory or, where the archive is cut off before that, by what is left of it.</summary>
internal sealed class ZipDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LocatorLength = 20;
    private const int End64Length = 56;
    private const uint LocatorSignature = 0x07064B50;
    private const uint End64Signature = 0x06064B50;
    private const int Window = 64 * 1024;
    private const int DescriptorFlag = 1 << 3;

    private readonly Stream _archive;
    private readonly ZipRecords _records;

    public ZipDirectory(Stream archive)
    {
        _archive = archive;
        _records = new ZipRecords(archive);
    }

    /// <summary>Whether not all members that the archive should have were listed. Known after <see cref="Members"/> was read to its end.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The members, in the order of the archive; folders among them.</summary>
    public IEnumerable<ZipMember> Members() => FindEnd() is { } end ? Listed(end) : LeftOver();

    private IEnumerable<ZipMember> Listed(End end)
    {
        long count = 0, at = end.Directory;
        while (_records.ReadEntry(at) is { } entry)
        {
            count++;
            at = entry.Next;
            yield return entry.Member;
        }

        // The number has 16 bits where the writer did not care for more.
        IsDamaged = (count & ushort.MaxValue) != (end.Count & ushort.MaxValue);
        foreach (ZipMember member in count == 0 && IsDamaged ? LeftOver() : [])
        {
            yield return member;
        }
    }

    /// <summary>Goes from local header to local header. Where sizes follow the bytes, the next record's signature ends a member.</summary>
    private IEnumerable<ZipMember> LeftOver()
    {
        IsDamaged = true;
        long at = 0;
        while (_records.ReadLocal(at) is { } member)
        {
            bool isOpen = member.Packed == 0 && (member.Flags & DescriptorFlag) != 0;
            long end = isOpen ? Find(member.Start, ZipRecords.DescriptorSignature, ZipRecords.LocalSignature, ZipRecords.EntrySignature) : member.Start + member.Packed;
            yield return isOpen ? member with { Packed = end - member.Start, Unpacked = -1 } : member;
            at = Find(end, ZipRecords.LocalSignature);
        }
    }

    /// <summary>Where one of the signatures stands next, or the end of the archive.</summary>
    private long Find(long from, params ReadOnlySpan<uint> signatures)
    {
        while (from >= 0 && from < _archive.Length)
        {
            byte[] window = _records.Read(from, Window);
            for (int i = 0; i + sizeof(uint) <= window.Length; i++)
            {
                if (window[i] == 'P' && signatures.Contains(ZipRecords.Number(window, i)))
                {
                    return from + i;
                }
            }

            from += Math.Max(1, window.Length - sizeof(uint) + 1);
        }

        return _archive.Length;
    }

    /// <summary>The end record: the last one whose comment fits into the file.</summary>
    private End? FindEnd()
    {
        long from = Math.Max(0, _archive.Length - EndLength - LongestComment);
        byte[] tail = _records.Read(from, EndLength + LongestComment);
        for (int i = tail.Length - EndLength; i >= 0; i--)
        {
            if (tail[i] == 'P' && ZipRecords.Number(tail, i) == ZipRecords.EndSignature && i + EndLength + ZipRecords.Short(tail, i + 20) <= tail.Length)
            {
                return ReadEnd(tail[i..(i + EndLength)], from + i);
            }
        }

        return null;
    }

    private End? ReadEnd(byte[] end, long at)
    {
        byte[] locator = _records.Read(at - LocatorLength, LocatorLength);
        if (locator.Length == LocatorLength && ZipRecords.Number(locator, 0) == LocatorSignature)
        {
            byte[] end64 = _records.Read(ZipRecords.Long(locator, 8), End64Length);
            if (end64.Length == End64Length && ZipRecords.Number(end64, 0) == End64Signature)
            {
                return new End(ZipRecords.Long(end64, 48), ZipRecords.Long(end64, 32));
            }
        }

        // Where the directory does not reach to its end record, that one belongs to an archive stored inside, and the rest is cut off.
        long directory = ZipRecords.Number(end, 16), size = ZipRecords.Number(end, 12);
        return directory + size == at ? new End(directory, ZipRecords.Short(end, 10)) : null;
    }

    private sealed record End(long Directory, long Count);
}
