using SecretGuard.Git.Reading;

namespace SecretGuard.Git.History;

/// <summary>The commit that HEAD leads to, without reading every reference (gitrepository-layout: "HEAD", "refs", "packed-refs").</summary>
internal static class HeadReference
{
    private const string Symbolic = "ref:";

    /// <summary>git follows symbolic references so far.</summary>
    private const int MostSteps = 5;

    /// <summary>The commit; zero where the branch has none yet.</summary>
    /// <exception cref="RepositoryException">It cannot be read, or holds no id.</exception>
    public static ObjectId Read(RepositoryLayout layout)
    {
        string name = "HEAD";
        string? value = ReadFile(Path.Combine(layout.GitDirectory, name));
        for (int step = 0; value is not null && value.StartsWith(Symbolic, StringComparison.Ordinal); step++)
        {
            name = step < MostSteps ? value[Symbolic.Length..].Trim() : throw Damaged(name, "leads from name to name without an end");
            value = ReadLoose(layout, name) ?? ReadPacked(Path.Combine(layout.CommonDirectory, "packed-refs"), name);
        }

        return value is null ? default : ObjectId.TryParse(value, out ObjectId id) ? id : throw Damaged(name, "holds no object id");
    }

    /// <summary>A reference in a file; what belongs to one work tree lies in its own folder.</summary>
    private static string? ReadLoose(RepositoryLayout layout, string name) =>
        (layout.GitDirectory == layout.CommonDirectory ? null : ReadFile(Path.Combine(layout.GitDirectory, name))) ?? ReadFile(Path.Combine(layout.CommonDirectory, name));

    private static string? ReadFile(string path)
    {
        // An old HEAD may be a link to its branch, which need not be there yet.
        if (new FileInfo(path).LinkTarget is { } target && target.StartsWith("refs/", StringComparison.Ordinal))
        {
            return Symbolic + target;
        }

        return Try(path, () => File.Exists(path) ? SmallText.Read(path).TrimEnd() : null);
    }

    private static string? ReadPacked(string path, string name) =>
        Try(path, () => (File.Exists(path) ? File.ReadLines(path) : []).FirstOrDefault(line => line.EndsWith(name, StringComparison.Ordinal) && IsOf(line, name))?.Split(' ')[0]);

    private static bool IsOf(string line, string name) => line[0] is not ('#' or '^') && line.IndexOf(' ', StringComparison.Ordinal) == line.Length - name.Length - 1;

    private static string? Try(string path, Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RepositoryException(RepositoryFault.Damaged, $"'{path}' cannot be read", error);
        }
    }

    private static RepositoryException Damaged(string name, string why) =>
        new(RepositoryFault.Damaged, $"the reference {name} {why}: the last commit is not known, so that nothing can be said of what is staged");
}
