namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>Hooks as scripts in a folder: git's own, one that <c>core.hooksPath</c> names, or that of Husky.Net and husky.</summary>
/// <param name="name">What <c>--using</c> calls it.</param>
/// <param name="folder">Where the scripts lie.</param>
/// <param name="place">The same for people.</param>
/// <param name="unused">What to do so that git looks there; null where it does.</param>
/// <param name="runsAny">Whether a script is run that cannot be executed itself: husky hands it to a shell.</param>
internal sealed class HookFolder(string name, string folder, string place, string? unused, bool runsAny = false) : IHookKeeper
{
    public string Name => name;

    public string Place => place;

    public FileChange Add(string stage, string program)
    {
        string path = PathOf(stage);
        string? script = Read(path);
        if (script is not null && Hindrance(path, script) is { } hindrance)
        {
            throw new UsageException($"'{path}' {hindrance}; nothing was written. Add this line to it yourself, or call it from there: {HookLine.Of(stage, program, "\"$1\"", "\"$@\"")} || exit $?");
        }

        return new FileChange(path, script, HookScript.Add(script is not null && HookScript.Remove(script) is null ? null : script, stage, program)) { IsScript = script is null || !runsAny };
    }

    public IEnumerable<FileChange> Remove() =>
        from stage in HookLine.Stages
        let path = PathOf(stage)
        let script = Read(path)
        where script is not null && MarkedBlock.IsIn(script)
        select new FileChange(path, script, HookScript.Remove(script)) { IsScript = !runsAny };

    public bool Has(string stage) => Read(PathOf(stage)) is { } script && script.Contains("secretguard", StringComparison.Ordinal);

    public string? NextStep(string stage) => unused;

    private string PathOf(string stage) => Path.Combine(folder, stage);

    private static string? Read(string path) => File.Exists(path) ? Projects.Project.ReadText(path) : null;

    /// <summary>Why somebody else's hook is left as it is; null where lines can be added to it.</summary>
    private string? Hindrance(string path, string script) =>
        new FileInfo(path).LinkTarget is not null ? "is a link to a file that others may use too"
        : !HookScript.IsShell(script) ? "is no script of a POSIX shell"
        : script.Contains("secretguard", StringComparison.Ordinal) && !MarkedBlock.IsIn(script) ? "calls secretguard already, in words that somebody else wrote"
        : !runsAny && !OperatingSystem.IsWindows() && !File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute) ? "cannot be executed, so that git does not run it: whoever switched it off may not want it on"
        : null;
}
