using System.Text;

namespace SecretGuard.DetectSecrets.Tests;

/// <summary>Files and what git holds of them, in memory.</summary>
internal sealed class FakeWorkspace : IWorkspace
{
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, byte[]> StagedFiles { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, byte[]> Head { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Unstaged { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether there is a repository.</summary>
    public bool HasGit { get; init; } = true;

    /// <summary>How often something was written.</summary>
    public int Writes { get; private set; }

    public FakeWorkspace Add(string path, string text)
    {
        Files[path] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    /// <summary>A file that stands in the last commit as it is.</summary>
    public FakeWorkspace Commit(string path)
    {
        Head[path] = Files[path];
        return this;
    }

    public string Text(string path) => Encoding.UTF8.GetString(Files[path]);

    public string Normalize(string path) => path.Replace('\\', '/') is ['.', '/', .. var rest] ? rest : path.Replace('\\', '/');

    public bool IsFile(string path) => Files.ContainsKey(path);

    public bool IsFolder(string path) => path == "." || Files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal));

    public byte[] Read(string path) => Files.TryGetValue(path, out byte[]? bytes) ? bytes : throw new FileNotFoundException("there is none");

    public IReadOnlyList<string>? FilesIn(string folder, bool all) =>
        HasGit || all ? [.. Files.Keys.Where(file => folder == "." || file.StartsWith(folder + "/", StringComparison.Ordinal))] : null;

    public IReadOnlyDictionary<string, byte[]> Staged(IReadOnlyCollection<string> paths) =>
        StagedFiles.Where(file => paths.Contains(file.Key)).ToDictionary(StringComparer.Ordinal);

    public byte[]? Committed(string path) => Head.GetValueOrDefault(path);

    public bool IsUnstaged(string path) => Unstaged.Contains(path);

    public void Write(string path, string text, bool isScript = false)
    {
        Writes++;
        Files[path] = Encoding.UTF8.GetBytes(text);
    }
}
