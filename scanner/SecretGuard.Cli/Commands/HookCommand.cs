using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Hooks;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard hook [FILE…]</c>: looks for secrets in what a commit or a push is about to bring.</summary>
internal static class HookCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("FILE") { Description = "Look at these only: as they are staged, else as they are on the disk. For other stages what git hands over.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> stage = HookStages.NewOption();
        var input = new ScanArguments { WithoutPaths = true, Scope = ScanScope.Hook };
        var output = new ReportArguments();
        var gate = new GateArguments();
        var command = new ToolCommand(
            "hook",
            "Look for secrets in what a commit or a push is about to bring: for git's hooks and whatever manages them.",
            "secretguard hook                                the lines that are staged",
            "secretguard hook --stage pre-push \"$@\"          what the remote does not have yet",
            "secretguard hook --stage commit-msg \"$1\"        the message",
            "secretguard hook --stage pre-receive            on a server: what is pushed")
        { names, stage };
        input.AddTo(command);
        gate.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            ScanOptions options = gate.Bind(parsed, input.Bind(parsed, ".")).ReportingTo(targets);
            return HookRun.Do(parsed.GetValue(stage), parsed.GetValue(names) ?? [], options, targets, cancellation);
        });
        return command;
    }
}
