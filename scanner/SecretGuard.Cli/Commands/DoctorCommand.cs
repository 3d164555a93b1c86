using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Rehearsals;
using SecretGuard.Cli.Scanning;
using SecretGuard.Git;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard doctor</c>: sends a made-up secret through every layer that is set up, and tells which of them stop it; and whether what deployments need is in order.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var noBuild = new Option<bool>("--no-build") { Description = "Leave the build out, which takes longest." };
        var input = new ScanArguments { WithoutPaths = true, Scope = ScanScope.History };
        var command = new ToolCommand(
            "doctor",
            "Prove in a temporary clone that hooks, history, build and CI stop a made-up secret, and that deployments have theirs by the lock. Runs the hooks and the build of the repository.",
            "secretguard doctor",
            "secretguard doctor --no-build")
        { noBuild };
        input.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            ScanOptions options = ScanCommand.WithBaseline(input.Bind(parsed), null);
            Canary canary = Canary.Make(options.Rules, options.Policy, options.Exclude)
                ?? throw new UsageException("the configuration excludes or accepts every secret that could be tried: nothing would be found in this repository");
            string root = WorkTree(options.Project.Root);
            IReadOnlyList<IHookKeeper> keepers = HookKeepers.Of(root, cancellation);
            using var rehearsal = new Rehearsal(root, options.Project.Root, canary, cancellation);
            ILayer[] layers = [new HookLayer(keepers), new HistoryLayer(), .. parsed.GetValue(noBuild) ? (ILayer[])[] : [new BuildLayer()], new GateLayer(), new DeploymentLayer(options.Project)];
            List<Verdict> verdicts = [];
            foreach (Verdict verdict in layers.SelectMany(layer => layer.Try(rehearsal)))
            {
                Console.Out.WriteLine($"{verdict.Layer,-16} {Words(verdict.State),-15} {VisibleText.Of(verdict.Detail)}");
                verdicts.Add(verdict);
            }

            return verdicts.Exists(verdict => verdict.State is LayerState.LetsPass or LayerState.Fails) ? ExitCodes.Findings
                : verdicts.Exists(verdict => verdict.State == LayerState.Unproven) ? ExitCodes.Incomplete
                : ExitCodes.Clean;
        });
        return command;
    }

    private static string WorkTree(string folder)
    {
        try
        {
            return RepositoryLayout.Find(folder, RepositoryOptions.FromEnvironment()).WorkTree ?? throw new UsageException($"'{folder}' is a bare repository, which has no hooks and no build to try");
        }
        catch (RepositoryException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private static string Words(LayerState state) => state switch
    {
        LayerState.Blocks => "blocks",
        LayerState.LetsPass => "DOES NOT BLOCK",
        LayerState.Unproven => "not proven",
        LayerState.Holds => "holds",
        LayerState.Fails => "DOES NOT HOLD",
        _ => "not set up",
    };
}
