namespace SecretGuard.Git;

/// <summary>git's rule of safe.directory: what another user owns is not read, unless the user said that it may be. Asked of git itself where it is not plain.</summary>
internal static class Ownership
{
    /// <summary>Lets a repository pass, or not.</summary>
    /// <exception cref="RepositoryException">git refuses it, or is not there to be asked.</exception>
    public static void Check(RepositoryLayout layout, CancellationToken cancellation)
    {
        if (IsOwn(layout.GitDirectory) && IsOwn(layout.WorkTree) && IsOwn(layout.Entry))
        {
            return;
        }

        GitResult answer = GitProcess.Run(layout.WorkTree ?? layout.GitDirectory, cancellation, "rev-parse", "--git-dir");
        if (answer.IsMissing)
        {
            throw new RepositoryException(
                RepositoryFault.Refused, $"'{layout.Entry}' does not belong to the current user, and git, which knows whether it is safe (safe.directory), is not installed");
        }

        if (!answer.Succeeded)
        {
            throw new RepositoryException(RepositoryFault.Refused, $"'{layout.Entry}': {answer.Problem}");
        }
    }

    private static bool IsOwn(string? path) => path is null || FileOwner.IsCurrentUser(path);
}
