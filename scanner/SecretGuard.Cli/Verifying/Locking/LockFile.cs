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
        (IReadOnlyList<LockRecord> records, IReadOnlyList<string> errors) = ReadAll(project);
        return errors.Count == 0 ? records : throw new UsageException(string.Join(Environment.NewLine, errors));
    }

    /// <summary>The records of its lines that nobody edited, for who is about to write it anew: of several about the same, as a merge leaves them, the newest. And whether there were others.</summary>
    /// <exception cref="UsageException">It cannot be read, or a newer tool has written it.</exception>
    public static (IReadOnlyList<LockRecord> Records, bool IsMended) ReadSound(Project project)
    {
        (IReadOnlyList<LockRecord> records, IReadOnlyList<string> errors) = ReadAll(project);
        return errors.Count == 0 ? (records, false)
            : LockFormat.IsNewer(Project.ReadText(PathOf(project))) ? throw new UsageException(string.Join(Environment.NewLine, errors))
            : ([.. records.GroupBy(record => (record.Environment, record.Store, record.Kind, record.Name, record.Field)).Select(same => same.MaxBy(record => record.Asked)!)], true);
    }

    private static (IReadOnlyList<LockRecord> Records, IReadOnlyList<string> Errors) ReadAll(Project project)
    {
        var errors = new List<string>();
        return (File.Exists(PathOf(project)) ? LockFormat.Read(Project.ReadText(PathOf(project)), LockFormat.FileName, errors) : [], errors);
    }
}
