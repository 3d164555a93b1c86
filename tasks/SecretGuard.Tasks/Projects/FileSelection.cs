namespace SecretGuard.Tasks.Projects;

/// <summary>Of the files that a project names, those that somebody wrote.</summary>
internal sealed class FileSelection(string projectFile, IEnumerable<string> buildFolders)
{
    private static readonly string[] RestoredFolders = ["node_modules", "bower_components"];
    private static readonly string[] OutputFolders = ["bin", "obj"];

    private readonly string _folder = FilePaths.AsFolder(Path.GetDirectoryName(projectFile) ?? "");
    private readonly string[] _buildFolders = [.. buildFolders.Where(folder => folder.Length > 0).Select(folder => FullFolder(projectFile, folder))];
    private readonly Dictionary<string, bool> _outputs = new(FilePaths.Comparer);

    /// <summary>Each of these files once, sorted, less what is not there: items may name what a later step of the build makes.</summary>
    public IEnumerable<FileInfo> Choose(IEnumerable<string> paths) =>
        paths.Where(path => path.Length > 0).Distinct(FilePaths.Comparer).OrderBy(path => path, StringComparer.Ordinal)
            .Where(path => !IsMade(path)).Select(path => new FileInfo(path)).Where(file => file.Exists);

    private bool IsMade(string path) =>
        _buildFolders.Any(folder => path.StartsWith(folder, FilePaths.Comparison)) || (path.StartsWith(_folder, FilePaths.Comparison) && LiesInOutput(path));

    /// <summary>Whether a folder on the way down from the project is what a package manager restored, or what another project built.</summary>
    private bool LiesInOutput(string path)
    {
        for (int end = path.IndexOf(Path.DirectorySeparatorChar, _folder.Length); end > 0; end = path.IndexOf(Path.DirectorySeparatorChar, end + 1))
        {
            string folder = path.Substring(0, end);
            string name = Path.GetFileName(folder);
            if (RestoredFolders.Contains(name, StringComparer.OrdinalIgnoreCase) || (OutputFolders.Contains(name, StringComparer.OrdinalIgnoreCase) && IsBesideProject(folder)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBesideProject(string folder)
    {
        if (!_outputs.TryGetValue(folder, out bool beside))
        {
            beside = Directory.EnumerateFiles(Path.GetDirectoryName(folder)!, "*.*proj").Any();
            _outputs.Add(folder, beside);
        }

        return beside;
    }

    /// <summary>Projects write these with either separator, on every platform.</summary>
    private static string FullFolder(string projectFile, string folder) =>
        FilePaths.AsFolder(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(projectFile) ?? "", folder.Replace('\\', Path.DirectorySeparatorChar))));
}
