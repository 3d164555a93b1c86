using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard baseline stats</c>: how much debt there is, and whose.</summary>
internal static class BaselineStatsCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "The baseline; the project's by default.", Arity = ArgumentArity.ZeroOrOne };
        var output = new DocumentArguments("stats.json");
        var command = new ToolCommand("stats", "Count the accepted secrets by rule and owner.", "secretguard baseline stats") { file };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            string? named = parsed.GetValue(file);
            string path = named is null ? Project.Find(Environment.CurrentDirectory, ["."], null).BaselinePath : Path.GetFullPath(named);
            if (!File.Exists(path))
            {
                throw new UsageException($"'{named ?? Path.GetFileName(path)}' does not exist; 'secretguard baseline create' makes one");
            }

            Baseline baseline = Project.ReadBaseline(path, named ?? Path.GetFileName(path));
            ReportWriter.Write(new BaselineStatsDocument(baseline, TimeProvider.System.GetUtcNow().UtcDateTime.Date) { ToolVersion = ToolVersion.Current }, targets);
        });
        return command;
    }
}
