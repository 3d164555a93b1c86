using System.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What every command takes that reports findings.</summary>
internal sealed class ReportArguments
{
    private readonly FormatArguments _formats = new(() => ReporterCatalogue.All.Select(reporter => reporter.Format), "FORMAT", "FORMAT=FILE", "sarif=secrets.sarif");
    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours; NO_COLOR in the environment does the same." };

    public void AddTo(Command command)
    {
        _formats.AddTo(command);
        command.Options.Add(_noColor);
    }

    /// <summary>The reports to write, standard output first. Wrong formats are told before anything is scanned.</summary>
    public IReadOnlyList<ReportTarget> Bind(ParseResult parsed)
    {
        bool color = !parsed.GetValue(_noColor) && IsColorful();
        return [.. _formats.Bind(parsed).Select(target => new ReportTarget(Reporter(target, color), target.File))];
    }

    /// <summary>Text is made for where it goes. The catalogue is only asked for the rest: making every reporter would cost every run.</summary>
    private static IReporter Reporter(OutputTarget target, bool color) => target switch
    {
        { Format: not FormatArguments.Text } => ReporterCatalogue.Find(target.Format)!,
        { File: null } => new TextReporter(color, Console.IsOutputRedirected ? 0 : Columns()),
        _ => new TextReporter(color: false),
    };

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
