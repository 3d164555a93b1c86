using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Commands;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;

namespace SecretGuard.Cli.Hooks;

/// <summary>
/// The hook as commits call it, with files and without options: every commit waits for it, and to set up a parser of command lines
/// takes a twentieth of that time. What else is typed, the parser reads.
/// </summary>
internal static class PlainHook
{
    private const string NoColor = "--no-color";

    /// <summary>The exit code, or null where the parser has to read this.</summary>
    public static int? Run(string[] args)
    {
        if (args[0] != "hook" || !Array.TrueForAll(args, word => word == NoColor || !word.StartsWith('-')))
        {
            return null;
        }

        bool color = !Array.Exists(args, word => word == NoColor) && ReportStyle.IsColorful();
        ReportTarget[] targets = [new(ReportStyle.Reporter(new OutputTarget(FormatArguments.Text, null), color), null)];
        ScanOptions options = ScanCommand.WithBaseline(new TypedScan { Paths = ["."] }.Validated(), null).ReportingTo(targets);
        // Nothing is written that half a run could leave behind: whoever stops it may end the process as it stands.
        return HookRun.Do(null, Array.FindAll(args[1..], word => word != NoColor), options, targets, CancellationToken.None);
    }
}
