using System.CommandLine;
using SecretGuard.Cli.Commands;
using SecretGuard.Cli.Scanning;
using SecretGuard.Findings;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What lets a command end well although something was found: accepted secrets, and those that are not severe enough.</summary>
internal sealed class GateArguments
{
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Accept what this file lists (secretguard.baseline, where it exists).", HelpName = "FILE" };
    private readonly ChoiceOption<Severity> _failOn = OptionChoice.OfSeverity("--fail-on", "Exit with 1 from this severity on (low).");

    public void AddTo(Command command)
    {
        command.Options.Add(_baseline);
        command.Options.Add(_failOn);
    }

    /// <summary>The options with what was typed.</summary>
    /// <exception cref="UsageException">The baseline is not there, or cannot be read.</exception>
    public ScanOptions Bind(ParseResult parsed, ScanOptions options)
    {
        ScanOptions accepting = ScanCommand.WithBaseline(options, parsed.GetValue(_baseline));
        return accepting with { FailOn = _failOn.ValueIn(parsed) ?? accepting.FailOn };
    }
}
