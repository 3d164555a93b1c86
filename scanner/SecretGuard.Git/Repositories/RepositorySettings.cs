using SecretGuard.Git.Reading;

namespace SecretGuard.Git;

/// <summary>What a repository's own configuration says about how it is stored.</summary>
/// <param name="ObjectFormat">How objects are named.</param>
/// <param name="HasRefTables">Whether references are stored in a format that is not read here; git is asked for them then.</param>
/// <param name="IsShallow">Whether history is cut off.</param>
/// <param name="IsPartial">Whether objects may be missing, which a remote promised.</param>
/// <param name="IsBare">Whether it says that it has no work tree.</param>
/// <param name="Remotes">The names of the remotes.</param>
public sealed record RepositorySettings(ObjectFormat ObjectFormat, bool HasRefTables, bool IsShallow, bool IsPartial, bool IsBare, IReadOnlyList<string> Remotes)
{
    /// <summary>Extensions that change nothing of what is read, or that are read below.</summary>
    private static readonly string[] Known =
        ["noop", "noop-v1", "objectformat", "compatobjectformat", "partialclone", "preciousobjects", "refstorage", "worktreeconfig", "relativeworktrees", "submodulepathconfig"];

    /// <summary>Reads the configuration of a repository.</summary>
    /// <exception cref="RepositoryException">It cannot be read, or names a format that is not known.</exception>
    internal static RepositorySettings Read(RepositoryLayout layout)
    {
        string path = Path.Combine(layout.CommonDirectory, "config");
        GitConfig config = ReadConfig(path);
        bool isFirstVersion = config.Value("core", "repositoryformatversion") is null or "0";
        if (!isFirstVersion && config.Value("core", "repositoryformatversion") != "1")
        {
            throw Unsupported(path, $"the repository's format version {config.Value("core", "repositoryformatversion")}");
        }

        if (!isFirstVersion && Array.Find(config.Keys("extensions"), key => Array.IndexOf(Known, key) < 0) is { } unknown)
        {
            throw Unsupported(path, $"the extension '{unknown}'");
        }

        string[] remotes = config.Subsections("remote");
        return new RepositorySettings(
            config.Value("extensions", "objectformat")?.ToLowerInvariant() switch
            {
                null or "sha1" => ObjectFormat.Sha1,
                "sha256" => ObjectFormat.Sha256,
                var other => throw Unsupported(path, $"the object format '{other}'"),
            },
            config.Value("extensions", "refstorage") is not (null or "files"),
            new FileInfo(Path.Combine(layout.CommonDirectory, "shallow")) is { Exists: true, Length: > 0 },
            config.Value("extensions", "partialclone") is not null || Array.Exists(remotes, remote => GitConfig.IsTrue(config.Value("remote", remote, "promisor"))),
            GitConfig.IsTrue(config.Value("core", "bare")),
            remotes);
    }

    private static GitConfig ReadConfig(string path)
    {
        try
        {
            return GitConfig.Parse(File.Exists(path) ? SmallText.Read(path) : "");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RepositoryException(RepositoryFault.Damaged, $"'{path}' cannot be read", error);
        }
    }

    private static RepositoryException Unsupported(string path, string what) =>
        new(RepositoryFault.Unsupported, $"'{path}' asks for {what}, which is not known here");
}
