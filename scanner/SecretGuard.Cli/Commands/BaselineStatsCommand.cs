using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Projects;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard baseline stats</c>: how much debt there is, and whose.</summary>
internal static class BaselineStatsCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "The baseline; the project's by default.", Arity = ArgumentArity.ZeroOrOne };
        var command = new ToolCommand("stats", "Count the accepted secrets by rule and owner.", "secretguard baseline stats") { file };
        command.SetAction(parsed =>
        {
            string? named = parsed.GetValue(file);
            string path = named is null ? Project.Find(Environment.CurrentDirectory, ["."], null).BaselinePath : Path.GetFullPath(named);
            if (!File.Exists(path))
            {
                throw new UsageException($"'{named ?? Path.GetFileName(path)}' does not exist; 'secretguard baseline create' makes one");
            }

            Write(Project.ReadBaseline(path, named ?? Path.GetFileName(path)), TimeProvider.System.GetUtcNow().UtcDateTime.Date, Console.Out);
        });
        return command;
    }

    private static void Write(Baseline baseline, DateTime today, TextWriter output)
    {
        IReadOnlyList<BaselineEntry> entries = baseline.Entries;
        output.WriteLine($"{BaselineCreateCommand.Entries(entries.Count)}, {entries.Count(entry => entry.Reason is null)} without a reason, {entries.Count(entry => !entry.HoldsOn(today))} expired");
        WriteGroups("by rule", entries.GroupBy(entry => entry.Fingerprint.Rule, StringComparer.Ordinal), output);
        WriteGroups("by owner", entries.GroupBy(entry => entry.Owner ?? "(nobody)", StringComparer.Ordinal), output);
    }

    private static void WriteGroups(string title, IEnumerable<IGrouping<string, BaselineEntry>> groups, TextWriter output)
    {
        output.WriteLine(title);
        foreach (IGrouping<string, BaselineEntry> group in groups.OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {group.Count(),6}  {group.Key}");
        }
    }
}
