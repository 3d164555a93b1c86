using System.CommandLine;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What is written beside a newly accepted secret.</summary>
internal sealed class AcceptanceArguments
{
    private readonly Option<string?> _reason = new("--reason") { Description = "Why these secrets may stay for now.", HelpName = "TEXT" };
    private readonly Option<string?> _owner = new("--owner") { Description = "Who will deal with them.", HelpName = "NAME" };
    private readonly Option<string?> _expires = new("--expires") { Description = "The last day on which they are accepted.", HelpName = "yyyy-MM-dd" };

    public void AddTo(Command command)
    {
        command.Options.Add(_reason);
        command.Options.Add(_owner);
        command.Options.Add(_expires);
    }

    /// <summary>Whether a reason was given.</summary>
    public bool HasReason(ParseResult parsed) => !string.IsNullOrWhiteSpace(parsed.GetValue(_reason));

    /// <summary>Makes entries of findings that carry fingerprints.</summary>
    public Func<Finding, BaselineEntry> Bind(ParseResult parsed)
    {
        DateTime? expires = null;
        if (parsed.GetValue(_expires) is { } text)
        {
            expires = BaselineFormat.TryParseDate(text, out DateTime date) ? date : throw new UsageException($"--expires: '{text}' is no date of the form yyyy-MM-dd");
        }

        if (expires < TimeProvider.System.GetUtcNow().UtcDateTime.Date)
        {
            throw new UsageException($"--expires: {parsed.GetValue(_expires)} is past; nothing would be accepted");
        }

        string? reason = parsed.GetValue(_reason), owner = parsed.GetValue(_owner);
        return finding => new BaselineEntry(Fingerprint.TryParse(finding.Fingerprint!)!) { Reason = reason, Owner = owner, Expires = expires };
    }
}
