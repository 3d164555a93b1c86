using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using SecretGuard.Git.Scanning;

namespace SecretGuard.Git.Caching;

/// <summary>Reads what <see cref="CacheWriter"/> wrote.</summary>
internal sealed class CacheReader(Stream stream, ObjectFormat format) : BinaryReader(stream, Encoding.UTF8)
{
    public List<T> ReadAll<T>(Func<T> read)
    {
        int count = ReadInt32();

        // Every item takes a byte at least: no room is made for what cannot come.
        var items = new List<T>((int)Math.Min(count, BaseStream.Length - BaseStream.Position));
        for (int i = 0; i < count; i++)
        {
            items.Add(read());
        }

        return items;
    }

    public ObjectId ReadId()
    {
        Span<byte> bytes = stackalloc byte[(int)format];
        ReadExactly(bytes);
        return new ObjectId(bytes);
    }

    public ObjectId[] ReadIds()
    {
        int count = ReadInt32();
        if (count < 0 || (long)count * (int)format > BaseStream.Length - BaseStream.Position)
        {
            throw new InvalidDataException("it is cut off");
        }

        var ids = new ObjectId[count];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = ReadId();
        }

        return ids;
    }

    public StoredCommit ReadCommit()
    {
        (ObjectId id, ObjectId tree) = (ReadId(), ReadId());
        ObjectId[] parents = ReadIds();
        DateTimeOffset authored = DateTimeOffset.FromUnixTimeSeconds(ReadInt64()).ToOffset(TimeSpan.FromMinutes(ReadInt16()));
        return new StoredCommit(id, tree, parents, authored, ReadInt64());
    }

    public KeptSecret ReadSecret() => new(ReadString(), (ObjectKind)ReadByte(), new SeenPlace(ReadId(), ReadString(), ReadInt32(), ReadInt32(), ReadBoolean()), ReadIds());

    /// <summary>Reads numbers that were written as they lie in memory.</summary>
    public T[] ReadNumbers<T>()
        where T : unmanaged
    {
        int count = ReadInt32();
        if (count < 0 || (long)count * Unsafe.SizeOf<T>() > BaseStream.Length - BaseStream.Position)
        {
            throw new InvalidDataException("it is cut off");
        }

        T[] numbers = GC.AllocateUninitializedArray<T>(count);
        ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    /// <summary>Reads lists of numbers.</summary>
    public int[][] ReadLists()
    {
        int[] starts = ReadNumbers<int>(), numbers = ReadNumbers<int>();
        int[][] lists = new int[starts.Length][];
        for (int i = 0; i < lists.Length; i++)
        {
            lists[i] = numbers[starts[i]..(i + 1 < starts.Length ? starts[i + 1] : numbers.Length)];
        }

        return lists;
    }

    /// <summary>Reads the trees above secrets.</summary>
    /// <param name="secrets">How many secrets there are.</param>
    /// <exception cref="InvalidDataException">Its numbers are not those of anything.</exception>
    public HolderTrees ReadTrees(int secrets)
    {
        var trees = new HolderTrees
        {
            Trees = ReadIds(),
            Files = ReadIds(),
            Starts = ReadNumbers<int>(),
            Links = ReadNumbers<TreeLink>(),
            Names = [.. ReadAll(ReadString)],
            SetOf = ReadNumbers<int>(),
            Sets = ReadLists(),
            PathsOf = ReadPaths(),
        };
        return trees.IsSound(secrets) ? trees : throw new InvalidDataException("its numbers are not those of anything");
    }

    private string[][] ReadPaths()
    {
        List<string> paths = ReadAll(ReadString);
        return [.. ReadLists().Select(list => (string[])[.. list.Select(place => paths[place])])];
    }

    public (string Path, LargeBlob Blob) ReadLarge() => (ReadString(), new LargeBlob(ReadId(), ReadInt64()));
}
