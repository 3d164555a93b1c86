using SecretGuard.TestKit;

namespace SecretGuard.Repo.Tests;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static readonly Lazy<IReadOnlyList<string>> Tracked = new(() =>
        [.. Tool.Run("git", Root, "ls-files", "-z").MustSucceed().Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Full(path)))]);

    // The samples are projects of users: the house's rules are not theirs.
    private const string Packing = "tasks/SecretGuard.ReadyToRun/SecretGuard.ReadyToRun.csproj"; // a step of packing, without code

    private static readonly Lazy<IReadOnlyList<ProjectFile>> AllProjects = new(() => [.. Files(".csproj").Where(path => !path.StartsWith("samples/", StringComparison.Ordinal) && path != Packing).Select(ProjectFile.Read)]);

    /// <summary>Paths of the files that git tracks, with forward slashes, in git's order.</summary>
    public static IReadOnlyList<string> TrackedFiles => Tracked.Value;

    /// <summary>Every project of the solution's folders.</summary>
    public static IReadOnlyList<ProjectFile> Projects => AllProjects.Value;

    /// <summary>The product's projects: what is neither test nor benchmark.</summary>
    public static IEnumerable<ProjectFile> Products => Projects.Where(project => !project.Path.StartsWith("tests/", StringComparison.Ordinal));

    /// <summary>Tracked files with this ending.</summary>
    public static IEnumerable<string> Files(string ending, string under = "") =>
        TrackedFiles.Where(path => path.StartsWith(under, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The full path of a file of the repository.</summary>
    public static string Full(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file of the repository, with LF.</summary>
    public static string Text(string path) => File.ReadAllText(Full(path)).ReplaceLineEndings("\n");

    /// <summary>Copies the tracked files as they are now, without anything that a build left, into a folder below <paramref name="target"/>; its path.</summary>
    public static string CopyTo(string target)
    {
        string copy = Path.Combine(target, "repository");
        foreach (string path in TrackedFiles)
        {
            string file = Path.Combine(copy, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(Full(path), file);
        }

        return copy;
    }

    private static string FindRoot(string start)
    {
        for (string? folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "SecretGuard.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"no solution above '{start}'");
    }
}
