using System.CommandLine;
using SecretGuard.Cli.Adopting;
using SecretGuard.Cli.Moving;
using SecretGuard.Cli.Scanning;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What <c>adopt</c> takes.</summary>
internal sealed class AdoptArguments
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file, as FILE, FILE:LINE or FILE:LINE:COLUMN." };
    private readonly Option<string?> _to = new("--to") { Description = "The store: one of secretguard.yml, TYPE:ADDRESS, or user-secrets for those of the project.", HelpName = "STORE" };
    private readonly Option<string?> _key = new("--key") { Description = "Its name in the store.", HelpName = "NAME" };
    private readonly Option<string?> _field = new("--field") { Description = "The field that the value is for.", HelpName = "NAME" };
    private readonly Option<string?> _id = new("--id") { Description = "Its name in secretguard.yml; the one in the store by default.", HelpName = "ID" };
    private readonly Option<string?> _name = new("--name") { Description = "The variable, or the key with ':', that the program reads.", HelpName = "NAME" };
    private readonly Option<string?> _reference = new("--reference") { Description = "What is to stand in the file instead; an expression in C#.", HelpName = "TEXT" };
    private readonly Option<string?> _environment = new("--env") { Description = "The environment whose store is meant; needed where several are declared.", HelpName = "NAME" };
    private readonly Option<bool> _stdin = new("--stdin") { Description = "Take a new value from standard input, or from the keyboard without showing it." };
    private readonly Option<bool> _keep = new("--keep-value") { Description = "Move the value that stands in the file." };
    private readonly Option<bool> _stored = new("--stored") { Description = "The store has its value already: do the rest." };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace another value in the store." };
    private readonly Option<bool> _apply = new("--apply") { Description = "Do what is planned; without it nothing is done." };
    private readonly Option<string?> _record = new("--record") { Description = "Write down what was done and how to go back, without values.", HelpName = "FILE.json" };
    private readonly Option<bool> _permissions = new("--permissions") { Description = "Print the least that the store must allow, and do nothing." };
    private readonly StoreTimeout _timeout = new();
    private readonly ScanArguments _project = new() { WithoutPaths = true, Scope = ScanScope.Declaration };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        foreach (Option option in (Option[])[_to, _key, _field, _id, _name, _reference, _environment, _stdin, _keep, _stored, _overwrite, _apply, _record, _permissions, _timeout.Option])
        {
            command.Options.Add(option);
        }

        _project.AddTo(command);
    }

    /// <summary>Validates what was typed.</summary>
    public Typed Bind(ParseResult parsed)
    {
        bool stdin = parsed.GetValue(_stdin), keep = parsed.GetValue(_keep), stored = parsed.GetValue(_stored);
        if (new[] { stdin, keep, stored }.Count(said => said) > 1)
        {
            throw new UsageException("--stdin, --keep-value, --stored: the value comes from one of them");
        }

        foreach (Option<string?> option in (Option<string?>[])[_to, _key, _field, _id, _name])
        {
            if (parsed.GetValue(option) is { } text && (text.Length == 0 || text.Any(char.IsControl)))
            {
                throw new UsageException($"{option.Name}: {(text.Length == 0 ? "it is empty; is a variable not set?" : "a name has no control characters")}");
            }
        }

        return new Typed(
            FileSpot.Parse(parsed.GetValue(_file)!), parsed.GetValue(_to), parsed.GetValue(_key), parsed.GetValue(_field), parsed.GetValue(_id), parsed.GetValue(_name), parsed.GetValue(_environment),
            new AdoptionChoice(keep ? ValueSource.File : stored ? ValueSource.Store : ValueSource.Given, parsed.GetValue(_overwrite), parsed.GetValue(_reference)),
            stdin, parsed.GetValue(_apply), RunRecord.Typed(parsed.GetValue(_record)), parsed.GetValue(_permissions));
    }

    /// <summary>The project of the file, and how it is scanned.</summary>
    public ScanOptions Project(ParseResult parsed, FileSpot spot) => _project.Bind(parsed, spot.Path);

    /// <summary>How the store is asked. Its value is read: it is not replaced unseen.</summary>
    public VerifierOptions Asking(ParseResult parsed) => new() { Values = new ValueInspector(), Deadline = _timeout.Of(parsed) };

    /// <summary>A validated request to adopt.</summary>
    internal sealed record Typed(
        FileSpot Spot, string? To, string? Key, string? Field, string? Id, string? Name, string? Environment, AdoptionChoice Choice, bool IsGiven, bool Applies, string? Record, bool ShowsPermissions);
}
