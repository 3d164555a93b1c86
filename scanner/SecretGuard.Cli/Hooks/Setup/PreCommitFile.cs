namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>The configuration of the framework pre-commit.</summary>
/// <param name="path">The file.</param>
/// <param name="hookPath">Gives the script by which git calls pre-commit for a stage.</param>
internal sealed class PreCommitFile(string path, Func<string, string> hookPath) : IHookKeeper
{
    public const string FileName = ".pre-commit-config.yaml";

    public string Name => "pre-commit";

    public string Place => FileName;

    private static string[] Entry(string program) =>
    [
        "- repo: local", "  hooks:", "  - id: secretguard", "    name: secretguard", "    language: system", $"    entry: {program} hook --no-color", "    require_serial: true",
    ];

    public FileChange Add(string stage, string program)
    {
        string text = Projects.Project.ReadText(path);
        if (Mentions(text))
        {
            return new FileChange(path, text, text);
        }

        var lines = new YamlLines(text);
        int repos = lines.Find("repos", 0, lines.Count, 0);
        if (repos < 0)
        {
            throw new UsageException($"'{path}' has no list 'repos:' that a line could be added to; nothing was written. Add this to it yourself:\n{string.Join('\n', Entry(program))}");
        }

        int end = lines.EndOf(repos);
        return new FileChange(path, text, MarkedBlock.Insert(text, end, MarkedBlock.Of(Entry(program), new string(' ', lines.IndentAt(repos + 1, end)))));
    }

    public IEnumerable<FileChange> Remove()
    {
        string text = Projects.Project.ReadText(path);
        return [new FileChange(path, text, MarkedBlock.IsIn(text) ? MarkedBlock.Remove(text) : text)];
    }

    public bool Has(string stage) => Mentions(Projects.Project.ReadText(path)) && IsInstalled(stage);

    public string? NextStep(string stage) => IsInstalled(stage) ? null : $"pre-commit install --hook-type {stage}";

    private bool IsInstalled(string stage) => File.Exists(hookPath(stage));

    /// <summary>Whether a hook of ours is in it, from this repository's own list too.</summary>
    private static bool Mentions(string text) => MarkedBlock.Lines(text).Any(line => line.Split('#')[0].Trim().TrimStart('-').Trim() is "id: secretguard" or "id: secretguard-system" or "id: secretguard-docker" or "id: detect-secrets");
}
