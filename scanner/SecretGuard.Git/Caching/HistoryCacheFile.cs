using SecretGuard.Git.Scanning;

namespace SecretGuard.Git.Caching;

/// <summary>The file of a cache, one for each way to scan; one of another version is as good as none.</summary>
internal sealed class HistoryCacheFile
{
    private const int Version = 4;

    private readonly KeptFile _file;
    private readonly ObjectFormat _format;

    /// <summary>The file of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="key">What the outcome depends on besides the objects: rules, options, version of the program.</param>
    public HistoryCacheFile(GitRepository repository, string key)
    {
        _file = new KeptFile(repository, "history", $"{Version} {key}");
        _format = repository.Settings.ObjectFormat;
    }

    /// <summary>What it holds; an empty cache where there is none that can be used.</summary>
    public HistoryCache Load() => _file.Load(Read, HistoryCache.Empty);

    /// <summary>Keeps a cache.</summary>
    public void Save(HistoryCache cache) => _file.Save(stream => Write(cache, stream));

    private void Write(HistoryCache cache, Stream stream)
    {
        using var writer = new CacheWriter(stream);
        writer.Write(Version);
        writer.Write((byte)_format);
        writer.Write(cache.Hash.Key);
        writer.WriteNumbers<ulong>(cache.Seen);
        writer.WriteAll(cache.Packs, writer.Write);
        writer.WriteAll(cache.Commits, writer.WriteCommit);
        writer.WriteAll(cache.Tags, tag => writer.WriteIds(tag.Key, tag.Value));
        writer.WriteAll(cache.Secrets, writer.WriteSecret);
        writer.WriteTrees(cache.Trees);
        writer.WriteAll(cache.LargeBlobs, writer.WriteLarge);
        writer.Write(cache.Files);
        writer.Write(cache.Binary);
        writer.Write(cache.Bytes);
    }

    private HistoryCache Read(Stream stream)
    {
        using var reader = new CacheReader(stream, _format);
        if (reader.ReadInt32() != Version || reader.ReadByte() != (byte)_format)
        {
            return HistoryCache.Empty();
        }

        var hash = new KeyedHash(reader.ReadBytes(KeyedHash.KeyLength));
        ulong[] seen = reader.ReadNumbers<ulong>();
        List<string> packs = reader.ReadAll(reader.ReadString);
        List<StoredCommit> commits = reader.ReadAll(reader.ReadCommit);
        Dictionary<ObjectId, ObjectId> tags = reader.ReadAll(() => KeyValuePair.Create(reader.ReadId(), reader.ReadId())).ToDictionary();
        List<KeptSecret> secrets = reader.ReadAll(reader.ReadSecret);
        return new HistoryCache(hash, seen)
        {
            Packs = packs.ToHashSet(StringComparer.Ordinal),
            Commits = commits,
            Tags = tags,
            Secrets = secrets,
            Trees = reader.ReadTrees(secrets.Count),
            LargeBlobs = reader.ReadAll(reader.ReadLarge),
            Files = reader.ReadInt32(),
            Binary = reader.ReadInt32(),
            Bytes = reader.ReadInt64(),
        };
    }
}
