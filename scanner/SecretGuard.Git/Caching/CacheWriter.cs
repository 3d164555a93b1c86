using System.Runtime.InteropServices;
using System.Text;
using SecretGuard.Git.Scanning;

namespace SecretGuard.Git.Caching;

/// <summary>Writes the parts of a cache, each list after its length.</summary>
internal sealed class CacheWriter(Stream stream) : BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)
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

    public void WriteAllIds(IReadOnlyCollection<ObjectId> ids)
    {
        Write(ids.Count);
        foreach (ObjectId id in ids)
        {
            WriteIds(id);
        }
    }

    public void WriteCommit(StoredCommit commit)
    {
        WriteIds(commit.Id, commit.Tree);
        WriteAllIds(commit.Parents);
        Write(commit.Authored.ToUnixTimeSeconds());
        Write((short)commit.Authored.Offset.TotalMinutes);
        Write(commit.Committed);
    }

    public void WriteSecret(KeptSecret secret)
    {
        Write(secret.Rule);
        Write((byte)secret.Kind);
        WriteIds(secret.Seen.Holder);
        Write(secret.Seen.Path);
        Write(secret.Seen.Start);
        Write(secret.Seen.Length);
        Write(secret.Seen.IsTold);
        WriteAllIds(secret.Holders);
    }

    /// <summary>Writes numbers as they lie in memory, after how many they are.</summary>
    public void WriteNumbers<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        Write(numbers.Length);
        Write(MemoryMarshal.AsBytes(numbers));
    }

    public void WriteTrees(HolderTrees trees)
    {
        WriteAllIds(trees.Trees);
        WriteAllIds(trees.Files);
        WriteNumbers<int>(trees.Starts);
        WriteNumbers<TreeLink>(trees.Links);
        WriteAll(trees.Names, Write);
        WriteNumbers<int>(trees.SetOf);
        WriteLists(trees.Sets);

        // Versions of one file have one path: each is written once.
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        int[][] paths = [.. trees.PathsOf.Select(some => (int[])[.. (some ?? []).Select(path => PlaceOf(places, path))])];
        WriteAll(places.Keys, Write);
        WriteLists(paths);
    }

    private void WriteLists(IReadOnlyList<int[]> lists)
    {
        int[] starts = new int[lists.Count], all = new int[lists.Sum(list => list.Length)];
        for (int i = 0, at = 0; i < starts.Length; at += lists[i++].Length)
        {
            starts[i] = at;
            lists[i].CopyTo(all, at);
        }

        WriteNumbers<int>(starts);
        WriteNumbers<int>(all);
    }

    private static int PlaceOf(Dictionary<string, int> places, string path)
    {
        places.TryAdd(path, places.Count);
        return places[path];
    }

    public void WriteLarge((string Path, LargeBlob Blob) large)
    {
        Write(large.Path);
        WriteIds(large.Blob.Id);
        Write(large.Blob.Size);
    }
}
