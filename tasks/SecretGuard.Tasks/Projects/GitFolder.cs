namespace SecretGuard.Tasks.Projects;

/// <summary>git's own folder; in a worktree or a submodule a file says where it is.</summary>
internal static class GitFolder
{
    private const string Link = "gitdir:";

    /// <summary>The folder of a repository with this root, whether or not it is there.</summary>
    public static string Of(string root)
    {
        string git = Path.Combine(root, ".git");
        return File.Exists(git) && File.ReadAllText(git).Trim() is var text && text.StartsWith(Link, StringComparison.Ordinal)
            ? Path.Combine(root, text.Substring(Link.Length).Trim())
            : git;
    }
}
