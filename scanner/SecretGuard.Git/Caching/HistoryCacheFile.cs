using System.Security.Cryptography;
using System.Text;
using SecretGuard.Git.Packs;
using SecretGuard.Git.Scanning;

namespace SecretGuard.Git.Caching;

/// <summary>
/// The file of a cache, in the repository's own folder, one for each way to scan. It is written beside its place and then put there, so that two runs do each
/// other no harm; and one that is damaged, or of another version, is as good as none.
/// </summary>
internal sealed class HistoryCacheFile
{
    private const string Folder = "secretguard";
    private const int Version = 2;
    private const int DigestLength = 32;
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    private readonly string _folder;
    private readonly string _path;
    private readonly ObjectFormat _format;

    /// <summary>The file of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="key">What the outcome depends on besides the objects: rules, options, version of the program.</param>
    public HistoryCacheFile(GitRepository repository, string key)
    {
        _folder = Path.Combine(repository.Layout.CommonDirectory, Folder);
        _path = Path.Combine(_folder, $"history-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Version} {key}")))[..16]}.cache");
        _format = repository.Settings.ObjectFormat;
    }

    /// <summary>What it holds; an empty cache where there is none that can be used.</summary>
    public HistoryCache Load()
    {
        try
        {
            using var file = new MappedFile(_path);
            long end = file.Length - DigestLength;
            return end is > 0 and <= int.MaxValue && SHA256.HashData(file.Slice(0, (int)end)).AsSpan().SequenceEqual(file.Slice(end, DigestLength)) ? Read(file, (int)end) : HistoryCache.Empty();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or OverflowException)
        {
            return HistoryCache.Empty();
        }
    }

    /// <summary>Keeps a cache. Where nothing can be written (a read-only repository) the next run does the work again.</summary>
    public void Save(HistoryCache cache)
    {
        string written = $"{_path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(_folder);
            using (var stream = new FileStream(written, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                using var digested = new DigestedStream(stream);
                Write(cache, digested);
                stream.Write(digested.Finish());
            }

            File.Move(written, _path, overwrite: true);
            Forget();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // As if there were none.
        }
    }

    /// <summary>Removes what nobody has used for long, and what a run that was killed left.</summary>
    private void Forget()
    {
        foreach (FileInfo old in new DirectoryInfo(_folder).EnumerateFiles("history-*").Where(file => file.LastWriteTimeUtc < DateTime.UtcNow - Forgotten))
        {
            old.Delete();
        }
    }

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

    private HistoryCache Read(MappedFile file, int end)
    {
        using Stream stream = file.Open(end);
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
