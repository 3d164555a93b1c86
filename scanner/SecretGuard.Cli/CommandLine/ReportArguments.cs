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
        bool color = !parsed.GetValue(_noColor) && ReportStyle.IsColorful();
        return [.. _formats.Bind(parsed).Select(target => new ReportTarget(ReportStyle.Reporter(target, color), target.File))];
    }
}
