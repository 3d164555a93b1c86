namespace SecretGuard.Cli.Rehearsals;

/// <summary>The gate in CI: each command of this tool in a pipeline's file must fail where the last commit brought a secret.</summary>
internal sealed class GateLayer : ILayer
{
    private const string Layer = "CI";

    /// <summary>By which a pipeline goes on after a command that failed.</summary>
    private static readonly string[] Ignored = ["|| true", "|| :", "|| exit 0"];

    private static readonly string[] IgnoredKeys = ["continue-on-error: true", "continueOnError: true", "allow_failure: true"];

    public IEnumerable<Verdict> Try(Rehearsal rehearsal)
    {
        string[] files = [.. rehearsal.Git("ls-files", "-z").Output.Split('\0').Where(IsPipeline)];
        (string File, PipelineCommand Command)[] commands = [.. from file in files from command in PipelineCommand.AllIn(File.ReadAllText(Path.Combine(rehearsal.Clone, file))) select (file, command)];
        if (commands.Length == 0)
        {
            yield return new Verdict(Layer, LayerState.NotSetUp, files.Length == 0 ? "no pipeline of GitHub Actions, Azure Pipelines or GitLab was found" : $"none of {string.Join(", ", files)} calls secretguard; add: secretguard scan");
        }

        foreach ((string file, PipelineCommand command) in commands)
        {
            yield return Try(rehearsal, file, command);
        }
    }

    private static Verdict Try(Rehearsal rehearsal, string file, PipelineCommand command)
    {
        string place = $"{file}: {command.Text}";
        if (Ignored.Any(end => command.Line.Contains(end, StringComparison.Ordinal)))
        {
            return new Verdict(Layer, LayerState.LetsPass, $"{place} — the pipeline goes on where it fails");
        }

        string start = rehearsal.Head();
        rehearsal.Plant(isSecret: false);
        rehearsal.Commit("canary", "--no-verify");
        Performance clean = rehearsal.Tool([.. command.Words()]);
        rehearsal.Plant(isSecret: true);
        rehearsal.Commit("canary", "--no-verify");
        Performance secret = rehearsal.Tool([.. command.Words()]);
        bool ignores = IgnoredKeys.Any(File.ReadAllText(Path.Combine(rehearsal.Clone, file)).Contains);
        rehearsal.Reset(start);
        return secret.ExitCode != ExitCodes.Findings ? new Verdict(Layer, LayerState.LetsPass, $"{place} — ends with {secret.ExitCode}: {secret.LastLine}")
            : !clean.Succeeded && !secret.Output.Contains(Canary.Name, StringComparison.Ordinal) ? new Verdict(Layer, LayerState.Unproven, $"{place} — fails without a made-up secret too: {clean.LastLine}")
            : ignores ? new Verdict(Layer, LayerState.Unproven, $"{place} — finds it, but something in this file may go on after a failure")
            : new Verdict(Layer, LayerState.Blocks, place);
    }

    private static bool IsPipeline(string file) =>
        Path.GetExtension(file) is ".yml" or ".yaml"
        && (file.StartsWith(".github/workflows/", StringComparison.Ordinal)
            || Path.GetFileName(file).Contains("azure-pipelines", StringComparison.OrdinalIgnoreCase) || file.StartsWith(".azure", StringComparison.Ordinal)
            || Path.GetFileName(file).EndsWith(".gitlab-ci.yml", StringComparison.Ordinal) || file.StartsWith(".gitlab/", StringComparison.Ordinal));
}
