using System.Text;
using SecretGuard.Git;

namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>Finds out how a repository keeps its hooks.</summary>
internal static class HookKeepers
{
    /// <summary>What <c>--using</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["native", "husky", "lefthook", "pre-commit"];

    /// <summary>Those that the repository uses; git's own where there is no other.</summary>
    public static IReadOnlyList<IHookKeeper> Of(string root, CancellationToken cancellation)
    {
        string hooks = HooksFolder(root, cancellation);
        string HookPath(string stage) => Path.Combine(hooks, stage);
        List<IHookKeeper> found = [];
        if (File.Exists(Path.Combine(root, PreCommitFile.FileName)))
        {
            found.Add(new PreCommitFile(Path.Combine(root, PreCommitFile.FileName), HookPath));
        }

        if (LefthookFile.FileNames.FirstOrDefault(name => File.Exists(Path.Combine(root, name))) is { } lefthook)
        {
            found.Add(new LefthookFile(Path.Combine(root, lefthook), HookPath));
        }

        string husky = Path.Combine(root, ".husky");
        if (Directory.Exists(husky))
        {
            bool isUsed = (hooks + Path.DirectorySeparatorChar).StartsWith(husky + Path.DirectorySeparatorChar, StringComparison.Ordinal);

            // husky 9 keeps git away from the scripts: its own in the folder _ hand them to a shell. Husky.Net and older ones let git run them.
            bool runsAny = hooks.EndsWith(Path.DirectorySeparatorChar + "_", StringComparison.Ordinal) || (!isUsed && File.Exists(Path.Combine(root, "package.json")) && !Directory.Exists(Path.Combine(husky, "_")));
            found.Add(new HookFolder("husky", husky, ".husky", isUsed ? null : "dotnet husky install (or npx husky): git does not look into .husky yet", runsAny));
        }

        return found.Count > 0 ? found : [Native(root, hooks, cancellation)];
    }

    /// <summary>git's own hooks, whatever else there is.</summary>
    public static IHookKeeper Native(string root, CancellationToken cancellation) => Native(root, HooksFolder(root, cancellation), cancellation);

    /// <summary>Where git looks for hooks.</summary>
    public static string HooksFolder(string root, CancellationToken cancellation) =>
        Path.GetFullPath(Ask(root, cancellation, "rev-parse", "--git-path", "hooks") is { Length: > 0 } folder ? folder : throw new UsageException($"'{root}' is in no git repository, or git is not installed"), root);

    private static HookFolder Native(string root, string hooks, CancellationToken cancellation)
    {
        bool isConfigured = Ask(root, cancellation, "config", "--get", "core.hooksPath").Length > 0;
        if (isConfigured && Ask(root, cancellation, "config", "--local", "--get", "core.hooksPath").Length == 0)
        {
            throw new UsageException($"core.hooksPath is set to '{hooks}' for other repositories than this one too, whose hooks are not to change; give this one its own: git config core.hooksPath .githooks");
        }

        return new HookFolder("native", hooks, Sources.FileListing.WithSlashes(Path.GetRelativePath(root, hooks)), null);
    }

    private static string Ask(string root, CancellationToken cancellation, params ReadOnlySpan<string> arguments)
    {
        GitResult answer = GitProcess.Run(root, cancellation, arguments);
        return answer.Succeeded ? Encoding.UTF8.GetString(answer.Output).TrimEnd('\n', '\r') : "";
    }
}
