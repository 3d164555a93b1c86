using System.Formats.Tar;
using System.IO.Compression;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Sources.Archives;

/// <summary>
/// Walks through one archive and the archives in it, member by member, in its order. Nothing is written anywhere, and no more than one
/// member for each level of nesting lies in memory. One for each outermost archive.
/// </summary>
internal sealed class ArchiveWalk(ArchiveLimits limits, GlobList exclude, ReadBuffer buffer, IMemberSink sink, CancellationToken stop)
{
    private const string WhiteoutPrefix = ".wh."; // of a layer: what an earlier layer has is gone

    private readonly ArchiveBudget _budget = new(limits, stop);

    /// <summary>Reads an archive that begins with <paramref name="head"/>; where it is a zip, the stream should be able to seek.</summary>
    public void Read(Stream archive, ReadOnlySpan<byte> head, string path)
    {
        try
        {
            Descend(archive, head, new ArchivePlace(path, Depth: 1));
        }
        catch (ArchiveLimitException limit)
        {
            sink.Tell(path, limit.Problem);
        }
        catch (OperationCanceledException)
        {
            sink.Tell(path, ArchiveProblem.OutOfTime);
        }
    }

    private void Descend(Stream archive, ReadOnlySpan<byte> head, ArchivePlace place)
    {
        ArchiveKind kind = ArchiveKinds.Of(head);
        if (kind == ArchiveKind.Foreign || place.Depth > limits.Depth)
        {
            sink.Tell(place.Path, kind == ArchiveKind.Foreign ? ArchiveProblem.Foreign(ArchiveKinds.NameOf(head)!) : ArchiveProblem.TooDeep(limits));
            return;
        }

        Attempt(place.Path, () =>
        {
            switch (kind)
            {
                case ArchiveKind.Zip:
                    ReadZip(archive, place);
                    break;
                case ArchiveKind.Tar:
                    ReadTar(archive, place);
                    break;
                default:
                    ReadGzip(archive, place);
                    break;
            }
        });
    }

    /// <summary>Does what hostile or damaged input may break. What it breaks is told under the path; the rest of the archive goes on.</summary>
    private void Attempt(string path, Action read)
    {
        try
        {
            read();
        }
        catch (ArchiveLimitException limit) when (!limit.EndsArchive)
        {
            sink.Tell(path, limit.Problem);
        }
        catch (Exception error) when (IsDamage(error))
        {
            sink.Tell(path, ArchiveProblem.Damaged);
        }
    }

    /// <summary>What the readers of the framework throw at headers that make no sense.</summary>
    private static bool IsDamage(Exception error) => error is InvalidDataException or FormatException or ArgumentException or OverflowException or NotSupportedException
        or (IOException and not ArchiveLimitException)
        or (InvalidOperationException and not ObjectDisposedException);

    private void ReadZip(Stream archive, ArchivePlace place)
    {
        if (!archive.CanSeek)
        {
            // The directory stands at the end.
            ReadBuffer whole = buffer.Beside(64 * 1024);
            if (!whole.Fill(archive, limits.MemberSize))
            {
                sink.Tell(place.Path, ArchiveProblem.TooLarge(limits));
                return;
            }

            archive = new MemoryStream(whole.Bytes, 0, whole.Length, writable: false);
        }

        var directory = new ZipDirectory(archive);
        foreach (ZipMember member in directory.Members())
        {
            _budget.TakeMember();
            string path = MemberPath.Of(place.Path, member.Name);
            if (member.IsFolder || exclude.IsMatch(path))
            {
                continue;
            }

            if (member.Hindrance is { } hindrance)
            {
                sink.Tell(path, hindrance);
                continue;
            }

            Attempt(path, () => member.Unpack(archive, _budget, stream => ReadMember(stream, new ArchivePlace(path, place.Depth), member.Unpacked)));
        }

        if (directory.IsDamaged)
        {
            sink.Tell(place.Path, ArchiveProblem.Damaged);
        }
    }

    private void ReadTar(Stream archive, ArchivePlace place)
    {
        using var reader = new TarReader(new GuardedStream(archive), leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            _budget.TakeMember();
            bool isFile = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile or TarEntryType.SparseFile;
            string path = MemberPath.Of(place.Path, entry.Name);
            if (!isFile || entry.DataStream is null || exclude.IsMatch(path) || (place.IsLayer && Path.GetFileName(path).StartsWith(WhiteoutPrefix, StringComparison.Ordinal)))
            {
                continue;
            }

            ReadMember(entry.DataStream, new ArchivePlace(path, place.Depth) { Image = place.Path, Digest = MemberPath.ImageDigest(entry.Name) }, entry.Length);
        }
    }

    private void ReadGzip(Stream archive, ArchivePlace place)
    {
        using var packed = new CountedStream(archive);
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var metered = new MeteredStream(unpacked, _budget, () => packed.Count);
        using var peeked = new PeekedStream(metered);
        if (ArchiveKinds.Of(peeked.Head) == ArchiveKind.Tar)
        {
            // One archive for everybody but the formats.
            ReadTar(peeked, place);
            return;
        }

        _budget.TakeMember();
        string path = MemberPath.OfCompressed(place.Path);
        if (!exclude.IsMatch(path))
        {
            ReadMember(peeked, new ArchivePlace(path, place.Depth), size: -1);
        }
    }

    private void ReadMember(Stream stream, ArchivePlace place, long size)
    {
        using var peeked = new PeekedStream(stream);
        if (ArchiveKinds.Of(peeked.Head) != ArchiveKind.None)
        {
            sink.TakeContainer();
            string path = place.Digest is null ? place.Path : MemberPath.OfImagePart(place.Image!, "layer", place.Digest);
            Descend(peeked, peeked.Head, new ArchivePlace(path, place.Depth + 1) { IsLayer = place.Digest is not null });
            return;
        }

        bool isDamaged = false;
        try
        {
            if (!buffer.Fill(peeked, limits.MemberSize))
            {
                sink.Tell(place.Path, ArchiveProblem.TooLarge(limits));
                return;
            }
        }
        catch (Exception error) when (IsDamage(error))
        {
            isDamaged = true;
        }

        if (isDamaged || buffer.Length < size)
        {
            sink.Tell(place.Path, ArchiveProblem.Damaged);
        }

        TakeFile(place);
    }

    private void TakeFile(ArchivePlace place)
    {
        if (place.Digest is not null && ImageConfiguration.TryRead(buffer.Bytes.AsMemory(0, buffer.Length)) is { } lines)
        {
            sink.Take(MemberPath.Of(MemberPath.OfImagePart(place.Image!, "config", place.Digest), ImageConfiguration.Name), lines, lines.Length);
        }
        else
        {
            sink.Take(place.Path, buffer.Bytes, buffer.Length);
        }
    }
}
