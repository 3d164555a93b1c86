using SecretGuard.Cli.Projects;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Verifying.Locking;

/// <summary>The lock of a project.</summary>
internal static class LockFile
{
    /// <summary>Where it is, or would be.</summary>
    public static string PathOf(Project project) => Path.Combine(project.Root, LockFormat.FileName);

    /// <summary>Its records; none where there is no lock.</summary>
    /// <exception cref="UsageException">It cannot be read, or a line of it was edited.</exception>
    public static IReadOnlyList<LockRecord> Read(Project project)
    {
        if (!File.Exists(PathOf(project)))
        {
            return [];
        }

        var errors = new List<string>();
        IReadOnlyList<LockRecord> records = LockFormat.Read(Project.ReadText(PathOf(project)), LockFormat.FileName, errors);
        return errors.Count == 0 ? records : throw new UsageException(string.Join(Environment.NewLine, errors));
    }
}
