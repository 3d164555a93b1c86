using System.Text;
using SecretGuard.Git.Scanning;

namespace SecretGuard.Git.Caching;

/// <summary>Writes the parts of a cache, each list after its length.</summary>
internal sealed class CacheWriter(Stream stream) : BinaryWriter(stream, Encoding.UTF8)
{
    public void WriteAll<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Write(items.Count);
        foreach (T item in items)
        {
            write(item);
        }
    }

    public void WriteIds(params ReadOnlySpan<ObjectId> ids)
    {
        Span<byte> bytes = stackalloc byte[(int)ObjectFormat.Sha256];
        foreach (ObjectId id in ids)
        {
            id.CopyTo(bytes);
            Write(bytes[..id.Length]);
        }
    }

    public void WriteCommit(StoredCommit commit)
    {
        WriteIds(commit.Id, commit.Tree);
        WriteAll(commit.Parents, parent => WriteIds(parent));
        Write(commit.Authored.ToUnixTimeSeconds());
        Write((short)commit.Authored.Offset.TotalMinutes);
        Write(commit.Committed);
    }

    public void WriteSecret(KeptSecret secret)
    {
        Write(secret.Rule);
        Write((byte)secret.Kind);
        WriteIds(secret.SeenIn);
        Write(secret.SeenAs);
        Write(secret.Start);
        Write(secret.Length);
        WriteAll(secret.Holders, holder => WriteIds(holder));
    }

    /// <summary>Names are few: each is written once.</summary>
    public void WriteEntries(IReadOnlyDictionary<ObjectId, List<(ObjectId Id, string Name)>> entries)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((_, string name) in entries.Values.SelectMany(list => list))
        {
            numbers.TryAdd(name, numbers.Count);
        }

        WriteAll(numbers.Keys, Write);
        WriteAll((IReadOnlyCollection<KeyValuePair<ObjectId, List<(ObjectId Id, string Name)>>>)entries, tree =>
        {
            WriteIds(tree.Key);
            WriteAll(tree.Value, entry =>
            {
                WriteIds(entry.Id);
                Write(numbers[entry.Name]);
            });
        });
    }

    public void WriteLarge((string Path, LargeBlob Blob) large)
    {
        Write(large.Path);
        WriteIds(large.Blob.Id);
        Write(large.Blob.Size);
    }
}
