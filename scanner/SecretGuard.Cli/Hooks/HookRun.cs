using SecretGuard.Cli.Commands;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;
using SecretGuard.Git;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Hooks;

/// <summary>Looks at what the stage of a hook is about, and tells it.</summary>
internal static class HookRun
{
    /// <summary>Does that, and returns the exit code.</summary>
    /// <param name="typed">The stage that was named, or null.</param>
    /// <param name="files">What git or a person hands over.</param>
    /// <param name="options">What is looked for and accepted.</param>
    /// <param name="targets">Where it is told.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UsageException">It cannot be done here.</exception>
    public static int Do(string? typed, string[] files, ScanOptions options, IReadOnlyList<ReportTarget> targets, CancellationToken cancellation)
    {
        // git replaces its files and does not write into them: a lock on each that is read is two calls of the system, or of a file server, for nothing.
        AppContext.SetSwitch("System.IO.DisableFileLocking", true);
        options = options with { IsWhole = false };
        try
        {
            ScanOutcome outcome = Run(HookStages.Of(typed, files), files, options, cancellation);
            ScanCommand.Tell(outcome);
            ReportWriter.Write(outcome.Report, targets);
            return outcome.ExitCode(options);
        }
        catch (RepositoryException error)
        {
            throw new UsageException(error.Message);
        }
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
