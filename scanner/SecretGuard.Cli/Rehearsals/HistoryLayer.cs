namespace SecretGuard.Cli.Rehearsals;

/// <summary>The scan of the history: it must find what one commit brought and the next took away.</summary>
internal sealed class HistoryLayer : ILayer
{
    private const string Layer = "history";

    public IEnumerable<Verdict> Try(Rehearsal rehearsal)
    {
        string start = rehearsal.Head();
        rehearsal.Plant(isSecret: true);
        rehearsal.Commit("canary", "--no-verify");
        rehearsal.Git("rm", "--quiet", rehearsal.Canary.FileName);
        rehearsal.Commit("canary gone", "--no-verify");
        Performance scan = rehearsal.Tool("git", "--range", $"{start}..HEAD", "--no-color");
        rehearsal.Reset(start);
        yield return scan.Output.Contains(Canary.Name, StringComparison.Ordinal) && scan.ExitCode == ExitCodes.Findings
            ? new Verdict(Layer, LayerState.Blocks, "secretguard git")
            : new Verdict(Layer, LayerState.LetsPass, $"secretguard git does not find a made-up secret: {scan.LastLine}");
    }
}
