using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks.Caching;

/// <summary>
/// What was found in files that did not change since. A file in the project's folder of intermediate files; a file that cannot be understood is as good as none.
/// </summary>
internal sealed class ScanCache(string key)
{
    private const string Name = "secretguard.cache";

    private readonly Dictionary<string, ScannedFile> _files = new(FilePaths.Comparer);
    private bool _changed;

    /// <summary>What the last build knew, if the same rules were in force.</summary>
    public static ScanCache Read(string folder, string key)
    {
        var cache = new ScanCache(key);
        string path = Path.Combine(folder, Name);
        if (File.Exists(path) && CacheFormat.Read(File.ReadAllLines(path), key) is { } files)
        {
            foreach (ScannedFile file in files)
            {
                cache._files[file.Path] = file;
            }
        }

        return cache;
    }

    /// <summary>What is known of a file, if it is still as it was.</summary>
    public ScannedFile? Find(FileInfo file) =>
        _files.TryGetValue(file.FullName, out ScannedFile? known) && known.Length == file.Length && known.Written == file.LastWriteTimeUtc.Ticks ? known : null;

    /// <summary>Keeps what was found.</summary>
    public void Add(ScannedFile file)
    {
        _files[file.Path] = file;
        _changed = true;
    }

    /// <summary>What is known of these files.</summary>
    public IEnumerable<ScannedFile> Of(IEnumerable<string> paths) => paths.Where(_files.ContainsKey).OrderBy(path => path, StringComparer.Ordinal).Select(path => _files[path]);

    /// <summary>Writes it for the next build, less what is gone or could not be read.</summary>
    public void Write(string folder)
    {
        if (!_changed)
        {
            return;
        }

        WholeFile.Write(Path.Combine(folder, Name), string.Concat(CacheFormat.Write(key, _files.Values.Where(file => file.IsComplete && File.Exists(file.Path))).Select(line => line + "\n")));
    }
}
