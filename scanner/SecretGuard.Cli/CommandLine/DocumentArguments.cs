using System.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What every command takes that tells a document: the options of reports, without the formats that only findings fill.</summary>
/// <param name="file">The name of a file in the example that an error shows.</param>
internal sealed class DocumentArguments(string file)
{
    private static readonly string Names = string.Join('|', Document.Formats);

    private readonly FormatArguments _formats = new(() => Document.Formats, Names, $"({Names})=FILE", $"json={file}");

    public void AddTo(Command command) => _formats.AddTo(command);

    /// <summary>What to write, standard output first.</summary>
    public IReadOnlyList<OutputTarget> Bind(ParseResult parsed) => _formats.Bind(parsed);
}
