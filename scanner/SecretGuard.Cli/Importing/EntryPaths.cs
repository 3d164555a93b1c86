using SecretGuard.Cli.Sources;

namespace SecretGuard.Cli.Importing;

/// <summary>Finds the files that others speak of: by paths from the root, from the folder above it, or full ones, perhaps of another machine.</summary>
internal sealed class EntryPaths(string root)
{
    private readonly string _name = Path.GetFileName(root);

    /// <summary>The path relative to the root, with <c>/</c>; null where it leads out of the repository.</summary>
    public string? Resolve(string path)
    {
        string clean = path.Replace('\\', '/');
        if (Path.IsPathRooted(clean) || (clean.Length > 2 && clean[1] == ':' && clean[2] == '/'))
        {
            return OfFull(clean);
        }

        string? inside = Inside(Path.Combine(root, clean));
        return inside is not null && !File.Exists(Path.Combine(root, inside)) && clean.StartsWith(_name + "/", StringComparison.Ordinal) && File.Exists(Path.Combine(root, clean[(_name.Length + 1)..]))
            ? clean[(_name.Length + 1)..]
            : inside;
    }

    private string? OfFull(string path)
    {
        if (Path.IsPathRooted(path) && Inside(path) is { } inside)
        {
            return inside;
        }

        // On a build server the folder has another place, but most often the same name.
        int name = path.LastIndexOf($"/{_name}/", StringComparison.Ordinal);
        return name >= 0 && path[(name + _name.Length + 2)..] is var rest && File.Exists(Path.Combine(root, rest)) ? rest : null;
    }

    private string? Inside(string full)
    {
        string relative = Path.GetRelativePath(root, Path.GetFullPath(full));
        return relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : FileListing.WithSlashes(relative);
    }
}
