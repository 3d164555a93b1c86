using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Hooks;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;
using SecretGuard.Git;
using SecretGuard.Reporting;

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
            ScanOptions options = gate.Bind(parsed, input.Bind(parsed, ".")).ReportingTo(targets) with { IsWhole = false };
            string[] files = parsed.GetValue(names) ?? [];
            try
            {
                ScanOutcome outcome = Run(HookStages.Of(parsed.GetValue(stage), files), files, options, cancellation);
                ScanCommand.Tell(outcome);
                ReportWriter.Write(outcome.Report, targets);
                return outcome.ExitCode(options);
            }
            catch (RepositoryException error)
            {
                throw new UsageException(error.Message);
            }
        });
        return command;
    }

    private static ScanOutcome Run(HookStage stage, string[] files, ScanOptions options, CancellationToken cancellation)
    {
        switch (stage)
        {
            case HookStage.CommitMessage:
                return Told(MessageScan.Run(files is [var file] ? file : throw new UsageException("--stage commit-msg: name the file of the message, as git hands it over: \"$1\""), options, cancellation));
            case HookStage.PrePush:
                using (GitRepository repository = Open(options, cancellation))
                {
                    PushedReferences pushed = PushedReferences.OfFramework ?? PushedReferences.ToRemote(Lines("pre-push"), files.FirstOrDefault(), id => repository.TryReadHeader(id, out _, out _));
                    return Told(PushScan.Run(repository, pushed, options, cancellation));
                }

            case HookStage.PreReceive:
                using (GitRepository repository = Open(options, cancellation))
                {
                    return Told(PushScan.Run(repository, PushedReferences.ToHere(Lines("pre-receive")), options, cancellation));
                }

            default:
                using (GitRepository? repository = OpenWithWorkTree(options, files.Length > 0, cancellation))
                {
                    return new StagedScan(repository, options).Run(files, cancellation);
                }
        }
    }

    private static ScanOutcome Told(Report report) => new(report, [], [], 0);

    private static GitRepository Open(ScanOptions options, CancellationToken cancellation) =>
        GitRepository.Open(options.Current, RepositoryOptions.FromEnvironment(), cancellation);

    /// <summary>The repository that is committed to. Files that are named can be looked at without one.</summary>
    private static GitRepository? OpenWithWorkTree(ScanOptions options, bool isOptional, CancellationToken cancellation)
    {
        try
        {
            GitRepository repository = Open(options, cancellation);
            if (repository.Settings.IsBare && repository.Layout.WorkTree is null)
            {
                repository.Dispose();
                throw new UsageException($"'{options.Current}' is a bare repository, where nothing is staged; on a server use --stage pre-receive, for all that it holds 'secretguard git'");
            }

            return repository;
        }
        catch (RepositoryException error) when (error.Fault == RepositoryFault.NotFound)
        {
            return isOptional ? null : throw new UsageException($"{error.Message}: nothing is staged here; name files, or use 'secretguard scan'");
        }
    }

    private static TextReader Lines(string hook) =>
        Console.IsInputRedirected ? Console.In : throw new UsageException($"--stage {hook} reads the lines that git gives to this hook from standard input");
}
