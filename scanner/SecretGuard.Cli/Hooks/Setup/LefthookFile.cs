namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>The configuration of lefthook.</summary>
/// <param name="path">The file.</param>
/// <param name="hookPath">Gives the script by which git calls lefthook for a stage.</param>
internal sealed class LefthookFile(string path, Func<string, string> hookPath) : IHookKeeper
{
    /// <summary>Where lefthook looks, from the root.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
        [.. from folder in (string[])["", ".config/"] from name in (string[])["lefthook", ".lefthook"] from extension in (string[])[".yml", ".yaml", ".toml", ".json"] select folder + name + extension];

    public string Name => "lefthook";

    public string Place => Path.GetFileName(path);

    public FileChange Add(string stage, string program)
    {
        string text = Projects.Project.ReadText(path);
        if (IsSetUp(text, stage))
        {
            return new FileChange(path, text, text);
        }

        string[] command = [$"run: {HookLine.Of(stage, program, "{1}", "{1} {2}")}", .. HookLine.HasInput(stage) ? (string[])["use_stdin: true"] : []];
        string[] whole = [$"{stage}:", "  commands:", "    secretguard:", .. command.Select(line => $"      {line}")];
        var lines = new YamlLines(text);
        int key = lines.Find(stage, 0, lines.Count, 0);
        if (Path.GetExtension(path) is not (".yml" or ".yaml") || (key < 0 && lines.Has(stage)))
        {
            throw new UsageException($"'{path}' is written in a way that no lines can be added to; nothing was written. It has to say what this says in YAML:\n{string.Join('\n', whole)}");
        }

        return new FileChange(path, text, key < 0 ? MarkedBlock.Insert(text, lines.Count, MarkedBlock.Of(whole)) : Insert(text, lines, key, command));
    }

    public IEnumerable<FileChange> Remove()
    {
        string text = Projects.Project.ReadText(path);
        return [new FileChange(path, text, MarkedBlock.IsIn(text) ? MarkedBlock.Remove(text) : text)];
    }

    public bool Has(string stage) => IsSetUp(Projects.Project.ReadText(path), stage) && File.Exists(hookPath(stage));

    public string? NextStep(string stage) => File.Exists(hookPath(stage)) ? null : "lefthook install";

    /// <summary>Under the jobs or commands that the stage has, or as the first commands of it.</summary>
    private static string Insert(string text, YamlLines lines, int key, string[] command)
    {
        int end = lines.EndOf(key), indent = Math.Max(2, lines.IndentAt(key + 1, end));
        int jobs = lines.Find("jobs", key + 1, end, indent), commands = lines.Find("commands", key + 1, end, indent);
        if (jobs >= 0)
        {
            int level = lines.IndentAt(jobs + 1, lines.EndOf(jobs));
            return MarkedBlock.Insert(text, jobs + 1, MarkedBlock.Of(["- name: secretguard", .. command.Select(line => $"  {line}")], new string(' ', level)));
        }

        string[] entry = ["secretguard:", .. command.Select(line => $"  {line}")];
        return commands >= 0
            ? MarkedBlock.Insert(text, commands + 1, MarkedBlock.Of(entry, new string(' ', Math.Max(indent + 1, lines.IndentAt(commands + 1, lines.EndOf(commands))))))
            : MarkedBlock.Insert(text, key + 1, MarkedBlock.Of(["commands:", .. entry.Select(line => $"  {line}")], new string(' ', indent)));
    }

    private static bool IsSetUp(string text, string stage)
    {
        var lines = new YamlLines(text);
        int key = lines.Find(stage, 0, lines.Count, 0);
        return key >= 0 && MarkedBlock.Lines(text)[key..lines.EndOf(key)].Any(line => line.Contains("secretguard", StringComparison.Ordinal));
    }
}
