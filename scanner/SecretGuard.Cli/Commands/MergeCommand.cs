using System.CommandLine;
using System.Text;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Rules;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard merge [PATH…]</c>: the reports of a solution's projects, or of several machines, as one.</summary>
internal static class MergeCommand
{
    /// <summary>Where a report says what it is.</summary>
    private const int Start = 4096;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Reports (json or sarif), or folders that hold some.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => ["."] };
        var failOn = OptionChoice.OfSeverity("--fail-on", "Exit with 1 from this severity on (low).");
        var output = new ReportArguments();
        var command = new ToolCommand(
            "merge",
            "Put several reports together.",
            "dotnet build -p:SecretGuardReport=obj/secretguard.sarif && secretguard merge --report sarif=secrets.sarif",
            "secretguard merge shard-1.json shard-2.json --format json > all.json")
        { paths, failOn };
        output.AddTo(command);
        command.Does((parsed, _) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            string[] own = [.. targets.Select(target => target.File).OfType<string>()];
            string[] files = WrittenFiles.Find(parsed.GetValue(paths)!, "*", file => IsReport(file) && !own.Contains(Path.GetFullPath(file), PathIdentity.Comparer), path => $"no report of SecretGuard below '{path}'; 'secretguard scan --report json=FILE' or 'dotnet build -p:SecretGuardReport=obj/secretguard.sarif' makes one");
            Report report = MergedReport.Of([.. Read(files)]);
            ReportWriter.Write(report, targets);
            return ScanOutcome.ExitCode(report, failOn.ValueIn(parsed) ?? Severity.Low);
        });
        return command;
    }

    /// <summary>One that cannot be read is told as not looked at, and the others are merged all the same.</summary>
    private static IEnumerable<Report> Read(string[] files)
    {
        var reader = new ReportReader([.. Catalogue.Default.Rules, .. ReferenceRules.All]);
        foreach (string file in files)
        {
            Report report;
            try
            {
                report = reader.Read(File.ReadAllText(file));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
            {
                report = Unread(file, error.Message.TrimEnd('.'));
            }

            yield return report;
        }
    }

    private static Report Unread(string file, string reason) => new()
    {
        Command = "merge",
        ToolVersion = ToolVersion.Current,
        StartedAt = TimeProvider.System.GetUtcNow(),
        Elapsed = TimeSpan.Zero,
        Findings = [],
        Incomplete = [new Incomplete(file, $"{reason}.", "Make this report anew.")],
        Counts = new ReportCounts(0, 0, 0),
        Rules = [],
    };

    private static bool IsReport(string file)
    {
        if (Path.GetExtension(file).ToUpperInvariant() is not (".JSON" or ".SARIF"))
        {
            return false;
        }

        try
        {
            using FileStream stream = File.OpenRead(file);
            byte[] start = new byte[Start];
            return ReportReader.MayBeReport(Encoding.UTF8.GetString(start, 0, stream.ReadAtLeast(start, Start, throwOnEndOfStream: false)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true; // to be told when it is read
        }
    }
}
