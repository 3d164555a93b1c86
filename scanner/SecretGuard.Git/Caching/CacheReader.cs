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

    public StoredCommit ReadCommit()
    {
        (ObjectId id, ObjectId tree) = (ReadId(), ReadId());
        List<ObjectId> parents = ReadAll(ReadId);
        DateTimeOffset authored = DateTimeOffset.FromUnixTimeSeconds(ReadInt64()).ToOffset(TimeSpan.FromMinutes(ReadInt16()));
        return new StoredCommit(id, tree, parents, authored, ReadInt64());
    }

    public KeptSecret ReadSecret() => new(ReadString(), (ObjectKind)ReadByte(), ReadId(), ReadString(), ReadInt32(), ReadInt32(), ReadAll(ReadId));

    public Dictionary<ObjectId, List<(ObjectId Id, string Name)>> ReadEntries()
    {
        List<string> names = ReadAll(ReadString);
        return ReadAll(() => KeyValuePair.Create(ReadId(), ReadAll(() => (ReadId(), names[ReadInt32()])))).ToDictionary();
    }

    public (string Path, LargeBlob Blob) ReadLarge() => (ReadString(), new LargeBlob(ReadId(), ReadInt64()));
}
