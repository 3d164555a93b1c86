using System.CommandLine;
using SecretGuard.Cli.Moving;
using SecretGuard.Cli.Scanning;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What <c>rotate</c> takes.</summary>
internal sealed class RotateArguments
{
    private readonly Argument<string[]> _ids = new("ID") { Description = "The secrets, as secretguard.yml calls them.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _due = new("--due") { Description = "All that are due, late or overdue." };
    private readonly Option<string?> _environment = new("--env") { Description = "The environment whose stores are meant; needed where several are declared.", HelpName = "NAME" };
    private readonly Option<bool> _apply = new("--apply") { Description = "Do what is planned; without it nothing is done." };
    private readonly Option<bool> _again = new("--again") { Description = "Also what was changed a moment ago, within its grace." };
    private readonly Option<bool> _stdin = new("--stdin") { Description = "Take the new value from standard input, or from the keyboard without showing it." };
    private readonly Option<string?> _field = new("--field") { Description = "With --stdin: the field that it is for.", HelpName = "NAME" };
    private readonly Option<string?> _record = new("--record") { Description = "Write down what was done and how to go back, without values.", HelpName = "FILE.json" };
    private readonly Option<bool> _permissions = new("--permissions") { Description = "Print the least that the stores must allow, and do nothing." };
    private readonly Option<string?> _commandTimeout = new("--command-timeout") { Description = "Let a program that the declaration names take this long (600).", HelpName = "SECONDS" };
    private readonly StoreTimeout _timeout = new();
    private readonly ScanArguments _project = new() { WithoutPaths = true, Scope = ScanScope.Declaration };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_ids);
        foreach (Option option in (Option[])[_due, _environment, _apply, _again, _stdin, _field, _record, _permissions, _commandTimeout, _timeout.Option])
        {
            command.Options.Add(option);
        }

        _project.AddTo(command);
    }

    /// <summary>Validates what was typed.</summary>
    public Typed Bind(ParseResult parsed)
    {
        string[] ids = parsed.GetValue(_ids) ?? [];
        bool due = parsed.GetValue(_due), isGiven = parsed.GetValue(_stdin);
        string? field = parsed.GetValue(_field);
        return (ids.Length > 0) == due ? throw new UsageException(due ? "ID and --due: it is one of the two" : "say which secret is to be rotated, or --due for all that are due")
            : isGiven && ids.Length != 1 ? throw new UsageException("--stdin: one value is for one secret")
            : field is not null && !isGiven ? throw new UsageException("--field: it says what the value of --stdin is for")
            : new Typed(ids, due, parsed.GetValue(_environment), parsed.GetValue(_apply), parsed.GetValue(_again), isGiven, field, RunRecord.Typed(parsed.GetValue(_record)), parsed.GetValue(_permissions));
    }

    /// <summary>The project.</summary>
    public ScanOptions Project(ParseResult parsed) => _project.Bind(parsed);

    /// <summary>How long a program may take.</summary>
    public TimeSpan CommandLimit(ParseResult parsed) => StoreTimeout.Seconds("--command-timeout", parsed.GetValue(_commandTimeout)) ?? TimeSpan.FromMinutes(10);

    /// <summary>How stores are asked. Values are read: the next one keeps what is not new of the last.</summary>
    public VerifierOptions Asking(ParseResult parsed) => new() { Values = new ValueInspector(), Deadline = _timeout.Of(parsed) };

    /// <summary>A validated request to rotate.</summary>
    internal sealed record Typed(IReadOnlyList<string> Ids, bool AllDue, string? Environment, bool Applies, bool Again, bool IsGiven, string? Field, string? Record, bool ShowsPermissions);
}
