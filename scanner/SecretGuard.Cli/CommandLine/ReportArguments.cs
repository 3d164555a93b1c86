using System.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Reporting;
using SecretGuard.Text;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What every command that reports takes.</summary>
internal sealed class ReportArguments
{
    private readonly Option<string> _format = new("--format", "-f") { Description = "How standard output is written.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
    private readonly Option<string[]> _reports = new("--report") { Description = "Write a report into a file too; several are possible.", HelpName = "FORMAT=FILE" };
    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours; NO_COLOR in the environment does the same." };

    public void AddTo(Command command)
    {
        // The names are only wanted by help and completion: making every reporter would cost every run.
        _format.CompletionSources.Add(_ => ReporterCatalogue.All.Select(reporter => new System.CommandLine.Completions.CompletionItem(reporter.Format)));
        command.Options.Add(_format);
        command.Options.Add(_reports);
        command.Options.Add(_noColor);
    }

    /// <summary>The reports to write, standard output first. Wrong formats are told before anything is scanned.</summary>
    public IReadOnlyList<ReportTarget> Bind(ParseResult parsed)
    {
        bool color = !parsed.GetValue(_noColor) && IsColorful();
        var targets = new List<ReportTarget> { new(Find("--format", parsed.GetValue(_format)!, color, toTerminal: !Console.IsOutputRedirected), null) };
        foreach (string report in parsed.GetValue(_reports) ?? [])
        {
            string[] parts = report.Split('=', 2);
            if (parts.Length != 2 || parts[1].Length == 0)
            {
                throw new UsageException($"--report: '{report}' must be FORMAT=FILE, such as sarif=secrets.sarif");
            }

            targets.Add(new ReportTarget(Find("--report", parts[0], color: false, toTerminal: false), Path.GetFullPath(parts[1])));
        }

        return targets;
    }

    private static IReporter Find(string option, string format, bool color, bool toTerminal)
    {
        if (string.Equals(format, "text", StringComparison.OrdinalIgnoreCase))
        {
            return new TextReporter(color, toTerminal ? Columns() : 0);
        }

        string[] names() => [.. ReporterCatalogue.All.Select(reporter => reporter.Format)];
        return ReporterCatalogue.Find(format)
            ?? throw new UsageException($"{option}: '{format}' is not one of {string.Join(", ", names())}{NearestName.Hint(format, names())}");
    }

    /// <summary>The width of the window; 0 where the terminal does not say.</summary>
    private static int Columns()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static bool IsColorful() =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb"

        // An older console of Windows has to be told that escape sequences follow; asking does that.
        && (!OperatingSystem.IsWindows() || Spectre.Console.AnsiConsole.Profile.Capabilities.Ansi);
}
