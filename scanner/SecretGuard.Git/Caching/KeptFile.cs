using System.Text;
using SecretGuard.Git.Packs;

namespace SecretGuard.Git.Caching;

/// <summary>
/// A file that one run leaves for the next, in the repository's own folder. It is written beside its place and then put there, so that two runs do each other no
/// harm; it ends with its checksum, and one that is damaged is as good as none. Nobody but its owner may read it.
/// </summary>
public sealed class KeptFile
{
    private const string Folder = "secretguard";
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    private readonly string _folder;
    private readonly string _path;
    private readonly string _kind;

    /// <summary>The file of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="kind">What it holds: the beginning of its name.</param>
    /// <param name="key">What the content depends on besides the repository: each key has a file of its own.</param>
    public KeptFile(GitRepository repository, string kind, string key)
    {
        _kind = kind;
        _folder = Path.Combine(repository.Layout.CommonDirectory, Folder);
        _path = Path.Combine(_folder, $"{kind}-{Convert.ToHexStringLower(Checksum.Of(Encoding.UTF8.GetBytes(key)))[..16]}.cache");
    }

    /// <summary>What it holds.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="read">Reads the whole of it; what is no such content throws <see cref="InvalidDataException"/>.</param>
    /// <param name="none">What it is where there is no file that can be used.</param>
    public T Load<T>(Func<Stream, T> read, Func<T> none)
    {
        try
        {
            using var file = new MappedFile(_path);
            long end = file.Length - Checksum.Length;
            if (end is <= 0 or > int.MaxValue || !Checksum.Of(file.Slice(0, (int)end)).AsSpan().SequenceEqual(file.Slice(end, Checksum.Length)))
            {
                return none();
            }

            using Stream stream = file.Open((int)end);
            return read(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or OverflowException or FormatException)
        {
            return none();
        }
    }

    /// <summary>Writes it anew. Where nothing can be written (a read-only repository) the next run does the work again.</summary>
    public void Save(Action<Stream> write)
    {
        string written = $"{_path}.{Environment.ProcessId}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            Directory.CreateDirectory(_folder);
            using (var stream = new FileStream(written, options))
            {
                using var summed = new SummedStream(stream);
                write(summed);
                stream.Write(summed.Finish());
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
        foreach (FileInfo old in new DirectoryInfo(_folder).EnumerateFiles($"{_kind}-*").Where(file => file.LastWriteTimeUtc < DateTime.UtcNow - Forgotten))
        {
            old.Delete();
        }
    }
}
