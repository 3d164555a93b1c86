using System.CommandLine;
using SecretGuard.Cli.Moving;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Reporting;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Triage;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What every command takes that works with two stores.</summary>
internal sealed class MoveArguments
{
    private readonly Option<string?> _environment = new("--env") { Description = "The environment whose stores and names are meant; needed where several are declared.", HelpName = "NAME" };
    private readonly Option<string[]> _only = new("--only") { Description = "Only names that match this pattern; several are possible.", HelpName = "GLOB" };
    private readonly StoreTimeout _timeout = new();
    private readonly Option<string?> _config = new("--config") { Description = "Read this file instead of the nearest secretguard.yml upward.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_environment, _only, _timeout.Option, _config])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The project.</summary>
    public Project Project(ParseResult parsed) => Projects.Project.Find(Environment.CurrentDirectory, [], parsed.GetValue(_config));

    /// <summary>Opens the stores.</summary>
    public StorePair Open(ParseResult parsed, Project project, StoreOpener opener, string from, string to) => StorePair.Open(project, opener, from, to, parsed.GetValue(_environment));

    /// <summary>The pairs of names; null where not all could be seen, which is told.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public async Task<IReadOnlyList<NamedPair>?> FindAsync(ParseResult parsed, Project project, StorePair pair, VerifierOptions options, CancellationToken cancellation)
    {
        (IReadOnlyList<NamedPair> pairs, IReadOnlyList<string> unlisted) = await new Pairing(pair, project.Settings.Declaration, Only(parsed)).FindAsync(options, cancellation);
        foreach (string why in unlisted)
        {
            await Console.Error.WriteLineAsync($"secretguard: {VisibleText.Of(why)}");
        }

        return unlisted.Count > 0 ? null : pairs.Count > 0 ? pairs
            : throw new UsageException("there is nothing to do: no declared secret is to be in both stores, and what they list does not match --only or is nothing");
    }

    /// <summary>The names that are wanted; null for all.</summary>
    private GlobList? Only(ParseResult parsed) => parsed.GetValue(_only) is { Length: > 0 } only ? new GlobList([.. only.Select(Parse)]) : null;

    /// <summary>How the stores are asked. Values are read: that is what these commands are for.</summary>
    public VerifierOptions Asking(ParseResult parsed) => new() { Values = new ValueInspector(), Deadline = _timeout.Of(parsed) };

    private static Glob Parse(string text)
    {
        try
        {
            return Glob.ParseChecked(text);
        }
        catch (FormatException error)
        {
            throw new UsageException($"--only: {error.Message}");
        }
    }
}
