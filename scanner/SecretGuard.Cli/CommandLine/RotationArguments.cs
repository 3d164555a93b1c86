using System.CommandLine;
using SecretGuard.Cli.Rotating;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying;
using SecretGuard.Reporting;
using SecretGuard.Stores;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What the commands about rotation take: which project, and whom to ask.</summary>
internal sealed class RotationArguments
{
    private readonly ScanArguments _project = new() { WithoutPaths = true, Scope = ScanScope.Declaration };
    private readonly VerifyArguments _asking = new() { OnlyAsks = true, TakesLock = true };

    public void AddTo(Command command)
    {
        _project.AddTo(command);
        _asking.AddTo(command);
    }

    /// <summary>Asks, and says on standard error what nobody answered. The exit code is that of a command that has nothing else to tell.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="within">How long before a rotation it counts as due; null for the usual time.</param>
    /// <param name="cancellation">Stops it.</param>
    public Asked Ask(ParseResult parsed, TimeSpan? within, CancellationToken cancellation)
    {
        ScanOptions scan = _project.Bind(parsed);
        VerifyOptions verify = _asking.Bind(parsed);
        var reader = new RotationReader(scan, verify) { Within = within };
        IReadOnlyList<RotationEntry> entries = reader.Read(cancellation);
        if (reader.Warning is { } warning)
        {
            Console.Error.WriteLine($"secretguard: {warning}");
        }

        if (verify.OnUnreachable != OnUnreachable.Skip)
        {
            foreach (IGrouping<(string, string, string), Answered> store in reader.Unanswered.GroupBy(answer => (answer.Place.Store.Shown, answer.Best.Cause, answer.Best.Advice)))
            {
                Console.Error.WriteLine($"secretguard: {VisibleText.Of(store.Key.Item1)}: {VisibleText.Of(store.Key.Item2)}; {VisibleText.Of(store.Key.Item3)} ({VerifyNotices.Names(store.Select(answer => answer.Question.Subject))})");
            }
        }

        return new Asked(entries, verify.Today, reader.Stamp, (scan.Project.Settings.Salt ?? Triage.Salt.Public).ToString(), reader.Unanswered.Count > 0 && verify.OnUnreachable == OnUnreachable.Fail ? ExitCodes.Incomplete : ExitCodes.Clean);
    }

    /// <summary>What was told.</summary>
    /// <param name="Entries">The secrets.</param>
    /// <param name="Today">The day that was judged.</param>
    /// <param name="Stamp">When what is told was so.</param>
    /// <param name="Scope">What tells this repository from others.</param>
    /// <param name="ExitCode">0, or 3 where something could not be asked.</param>
    internal sealed record Asked(IReadOnlyList<RotationEntry> Entries, DateTimeOffset Today, DateTimeOffset Stamp, string Scope, int ExitCode);
}
