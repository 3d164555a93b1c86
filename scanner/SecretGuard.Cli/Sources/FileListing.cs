using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Sources;

/// <summary>The files of one run, collected from several sources: each once, in the ordinal order of their display paths.</summary>
internal sealed class FileListing(string root, GlobList exclude, IReadOnlySet<string> outputs)
{
    /// <summary>What to do about permissions.</summary>
    public const string AdviceToExclude = "Run as a user who may read it, or exclude it.";

    private readonly Dictionary<string, SourceFile> _files = new(StringComparer.Ordinal);

    /// <summary>What could not be listed.</summary>
    public List<Incomplete> Incomplete { get; } = [];

    /// <summary>How the files were found, one clause a source, for the user.</summary>
    public List<string> Sources { get; } = [];

    public int Count => _files.Count;

    /// <summary>The files, sorted.</summary>
    public IReadOnlyList<SourceFile> Sorted()
    {
        var files = new List<SourceFile>(_files.Values);
        files.Sort(static (a, b) => string.CompareOrdinal(a.DisplayPath, b.DisplayPath));
        return files;
    }

    /// <summary>Adds a file, unless it is excluded or one of the tool's own outputs.</summary>
    public void Add(string fullPath, bool isNamed = false)
    {
        string display = fullPath == SourceFile.StandardInput ? "stdin" : Display(fullPath);
        if (IsWanted(fullPath, display))
        {
            _files[display] = new SourceFile(fullPath, display) { IsNamed = isNamed };
        }
    }

    /// <summary>Leaves out what package managers brought, but for what is named or lies in one of the folders that are; how many files, and in which folders.</summary>
    /// <param name="folders">The folders that are named, as full paths.</param>
    public (int Count, IReadOnlyList<string> Folders) LeaveOutForeign(IReadOnlyList<string> folders)
    {
        var foreign = new ForeignFolders(_files.Keys);
        string[] named = [.. folders.Select(folder => Display(Path.TrimEndingDirectorySeparator(folder)))];
        (string Path, string Folder)[] left = [.. from file in _files.Values
                                                  where !file.IsNamed
                                                  let folder = foreign.Of(file.DisplayPath)
                                                  where folder is not null && !Array.Exists(named, path => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal))
                                                  select (file.DisplayPath, folder)];
        foreach ((string path, string _) in left)
        {
            _files.Remove(path);
        }

        return (left.Length, [.. left.Select(file => file.Folder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Whether a file is neither excluded nor one of the tool's own inputs and outputs.</summary>
    public bool IsWanted(string fullPath, string display) => !outputs.Contains(fullPath) && (exclude.Globs.Count == 0 || !exclude.IsMatch(display));

    /// <summary>Notes a file that cannot be read, unless it is excluded.</summary>
    public void AddUnreadable(string fullPath, string reason, string advice)
    {
        string display = Display(fullPath);
        if (!exclude.IsMatch(display))
        {
            Incomplete.Add(new Incomplete(display, reason, advice));
        }
    }

    /// <summary>Notes a folder that cannot be listed, unless all that is in it is excluded.</summary>
    public void AddUnreadableFolder(string fullPath)
    {
        string display = Display(Path.TrimEndingDirectorySeparator(fullPath));
        if (!exclude.IsMatch(display + "/"))
        {
            Incomplete.Add(new Incomplete(display, "this folder cannot be read.", AdviceToExclude));
        }
    }

    /// <summary>A path relative to the root, with <c>/</c>.</summary>
    public string Display(string fullPath)
    {
        if (fullPath.Length > root.Length && fullPath[root.Length] == Path.DirectorySeparatorChar && fullPath.StartsWith(root, StringComparison.Ordinal))
        {
            return WithSlashes(fullPath[(root.Length + 1)..]);
        }

        return WithSlashes(Path.GetRelativePath(root, fullPath));
    }

    /// <summary>A path or a pattern of the command line as reports write it. A backslash separates on Windows only; elsewhere it is a letter of the name.</summary>
    public static string WithSlashes(string path) => Path.DirectorySeparatorChar == '\\' ? path.Replace('\\', '/') : path;
}
