using System.CommandLine;
using SecretGuard.Cli.Moving;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What <c>sync</c> takes beside the stores' own options.</summary>
internal sealed class SyncArguments
{
    private readonly Option<string> _from = new("--from") { Description = "Where the secrets are: a store of secretguard.yml, or TYPE:ADDRESS.", HelpName = "STORE", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "Where they are to be too.", HelpName = "STORE", Required = true };
    private readonly Option<bool> _apply = new("--apply") { Description = "Write what is planned; without it nothing is written." };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace other values too; without it only what is missing, empty or a placeholder is written." };
    private readonly Option<string?> _record = new("--record") { Description = "Write down what was done and how to go back, without values.", HelpName = "FILE.json" };
    private readonly Option<bool> _permissions = new("--permissions") { Description = "Print the least that both stores must allow, and write nothing." };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_from, _to, _apply, _overwrite, _record, _permissions])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The store that was typed first.</summary>
    public string From(ParseResult parsed) => parsed.GetValue(_from)!;

    /// <summary>The store that is written to.</summary>
    public string To(ParseResult parsed) => parsed.GetValue(_to)!;

    /// <summary>Validates what was typed.</summary>
    public SyncOptions Bind(ParseResult parsed) => new(parsed.GetValue(_apply), parsed.GetValue(_overwrite), RunRecord.Typed(parsed.GetValue(_record)), parsed.GetValue(_permissions));
}
