using SecretGuard.Cli.Hooks.Setup;

namespace SecretGuard.Cli.Rehearsals;

/// <summary>The hooks of the repository: a harmless commit or push must pass, and one with a secret must not.</summary>
internal sealed class HookLayer(IReadOnlyList<IHookKeeper> keepers) : ILayer
{
    private const string Remote = "canary";

    public IEnumerable<Verdict> Try(Rehearsal rehearsal)
    {
        string start = rehearsal.Head();
        yield return Try(rehearsal, "pre-commit", isSecret =>
        {
            rehearsal.Plant(isSecret);
            return rehearsal.Commit("canary");
        });
        rehearsal.Reset(start);
        yield return Try(rehearsal, "commit-msg", isSecret => rehearsal.Commit(isSecret ? rehearsal.Canary.Line : "canary", "--allow-empty"));
        rehearsal.Reset(start);
        rehearsal.Git("init", "--quiet", "--bare", "../remote.git");
        rehearsal.Git("remote", "add", Remote, Path.GetFullPath("../remote.git", rehearsal.Clone));
        rehearsal.Git("push", "--quiet", "--no-verify", Remote, "HEAD:refs/heads/start");
        yield return Try(rehearsal, "pre-push", isSecret =>
        {
            rehearsal.Plant(isSecret);
            rehearsal.Commit("canary", "--no-verify");
            return rehearsal.Git("push", "--quiet", Remote, "HEAD:refs/heads/canary");
        });
        rehearsal.Reset(start);
    }

    private Verdict Try(Rehearsal rehearsal, string stage, Func<bool, Performance> act)
    {
        string layer = $"hook {stage}";
        IHookKeeper? keeper = keepers.FirstOrDefault(kept => kept.Has(stage));
        if (keeper is null && !File.Exists(Path.Combine(rehearsal.HooksFolder, stage)))
        {
            return new Verdict(layer, LayerState.NotSetUp, $"secretguard install-hook --stage {stage}");
        }

        Performance clean = act(false);
        if (!clean.Succeeded)
        {
            return new Verdict(layer, LayerState.Unproven, $"it stops what is harmless too: {clean.LastLine}");
        }

        string place = keeper?.Place ?? rehearsal.HooksFolder;
        return !act(true).Succeeded ? new Verdict(layer, LayerState.Blocks, place)
            : keeper is null ? new Verdict(layer, LayerState.NotSetUp, $"the hook in {place} looks for no secrets: secretguard install-hook --stage {stage}")
            : new Verdict(layer, LayerState.LetsPass, $"{place} lets a made-up secret pass");
    }
}
