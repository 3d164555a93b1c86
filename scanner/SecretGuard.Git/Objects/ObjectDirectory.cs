using SecretGuard.Git.Packs;

namespace SecretGuard.Git;

/// <summary>One folder <c>objects</c>: its packs and its loose objects.</summary>
/// <remarks>git may tidy up meanwhile: packs come, with what was loose, and others go. One that was opened stays readable.</remarks>
internal sealed class ObjectDirectory(string path, ObjectFormat format) : IDisposable
{
    /// <summary>How often it is looked again where packs go while they are opened.</summary>
    private const int MostLooks = 10;

    /// <summary>File systems tell times as coarse as that: what was written so long before a look was seen by it.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    private readonly string _folder = Path.Combine(path, "pack");

    /// <summary>By the path of its index what is wrong with a pack, or null.</summary>
    private readonly Dictionary<string, ObjectProblem?> _known = new(StringComparer.Ordinal);

    private readonly List<Pack> _packs = [];
    private List<ObjectProblem> _withoutIndex = [];
    private DateTime _written;

    public IReadOnlyList<Pack> Packs => _packs;

    public LooseObjects Loose { get; } = new(path, format);

    /// <summary>What could not be opened when it was looked last.</summary>
    public IEnumerable<ObjectProblem> Problems => _known.Values.OfType<ObjectProblem>().Concat(_withoutIndex);

    /// <summary>Opens packs that came since it was looked last; whether there are any.</summary>
    public bool Look()
    {
        // A partial clone lacks many objects, and each is asked for: one question of the file system is enough where nothing came.
        DateTime written = Directory.GetLastWriteTimeUtc(_folder);
        if (written == _written)
        {
            return false;
        }

        _written = DateTime.UtcNow - written > Settled ? written : default;
        int before = _packs.Count;
        for (int look = 0; look < MostLooks && !TryLook(); look++)
        {
            // Another look tells what came instead.
        }

        return _packs.Count > before;
    }

    public void Dispose()
    {
        foreach (Pack pack in _packs)
        {
            pack.Dispose();
        }
    }

    /// <summary>False where a pack went before it could be opened.</summary>
    private bool TryLook()
    {
        List<string> files = Files(), indexes = files.FindAll(file => file.EndsWith(".idx", StringComparison.Ordinal));
        var indexed = new HashSet<string>(indexes, StringComparer.Ordinal);
        _withoutIndex = files.FindAll(IsPack).FindAll(pack => !indexed.Contains(Path.ChangeExtension(pack, ".idx")))
            .ConvertAll(pack => new ObjectProblem(default, pack, "it has no index; 'git index-pack' makes it"));
        bool isWhole = true;
        foreach (string index in indexes)
        {
            if (_known.ContainsKey(index))
            {
                continue;
            }

            ObjectProblem? problem = Open(index);
            if (problem is not null && !File.Exists(index))
            {
                isWhole = false;
            }
            else
            {
                _known[index] = problem;
            }
        }

        return isWhole;
    }

    private static bool IsPack(string file) => file.EndsWith(".pack", StringComparison.Ordinal) && Path.GetFileName(file).StartsWith("pack-", StringComparison.Ordinal);

    private List<string> Files()
    {
        try
        {
            var files = new List<string>(Directory.EnumerateFiles(_folder));
            files.Sort(StringComparer.Ordinal);
            return files;
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private ObjectProblem? Open(string indexPath)
    {
        string packPath = Path.ChangeExtension(indexPath, ".pack");
        PackIndex? index = null;
        try
        {
            index = PackIndex.Open(indexPath, format);
            _packs.Add(Pack.Open(packPath, index, index.PackChecksum, format));
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            string file = index is null ? indexPath : packPath;
            index?.Dispose();
            string reason = error switch
            {
                InvalidDataException => error.Message,
                FileNotFoundException => "it is not there",
                UnauthorizedAccessException => "access is denied",
                _ => "it cannot be read, or is empty",
            };
            return new ObjectProblem(default, file, reason);
        }
    }
}
