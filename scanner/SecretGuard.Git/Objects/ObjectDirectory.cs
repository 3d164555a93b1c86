using SecretGuard.Git.Packs;

namespace SecretGuard.Git;

/// <summary>One folder <c>objects</c>: its packs and its loose objects.</summary>
internal sealed class ObjectDirectory : IDisposable
{
    private ObjectDirectory(string path, ObjectFormat format, List<Pack> packs)
    {
        Path = path;
        Packs = packs;
        Loose = new LooseObjects(path, format);
    }

    public string Path { get; }

    public IReadOnlyList<Pack> Packs { get; }

    public LooseObjects Loose { get; }

    /// <summary>Opens what is in the folder; what cannot be opened becomes a problem.</summary>
    public static ObjectDirectory Open(string path, ObjectFormat format, ObjectProblems problems)
    {
        string folder = System.IO.Path.Combine(path, "pack");
        var packs = new List<Pack>();
        if (Directory.Exists(folder))
        {
            string[] indexes = [.. Directory.EnumerateFiles(folder, "*.idx").Order(StringComparer.Ordinal)];
            foreach (string index in indexes)
            {
                AddPack(packs, index, format, problems);
            }

            foreach (string pack in Directory.EnumerateFiles(folder, "pack-*.pack").Where(pack => !indexes.Contains(System.IO.Path.ChangeExtension(pack, ".idx"), StringComparer.Ordinal)))
            {
                problems.Add(new ObjectProblem(default, pack, "it has no index; 'git index-pack' makes it"));
            }
        }

        return new ObjectDirectory(path, format, packs);
    }

    public void Dispose()
    {
        foreach (Pack pack in Packs)
        {
            pack.Dispose();
        }
    }

    private static void AddPack(List<Pack> packs, string indexPath, ObjectFormat format, ObjectProblems problems)
    {
        string path = System.IO.Path.ChangeExtension(indexPath, ".pack");
        PackIndex? index = null;
        try
        {
            index = PackIndex.Open(indexPath, format);
            packs.Add(Pack.Open(path, index, index.PackChecksum, format));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            string file = index is null ? indexPath : path;
            index?.Dispose();
            string reason = error switch
            {
                InvalidDataException => error.Message,
                FileNotFoundException => "it is not there",
                UnauthorizedAccessException => "access is denied",
                _ => "it cannot be read, or is empty",
            };
            problems.Add(new ObjectProblem(default, file, reason));
        }
    }
}
