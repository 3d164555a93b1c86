using System.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What every command takes that tells a document: the options of reports, without the formats that only findings fill.</summary>
/// <param name="file">The name of a file in the example that an error shows.</param>
/// <param name="formats">The formats, where this kind of document has more than every other.</param>
internal sealed class DocumentArguments(string file, IReadOnlyList<string>? formats = null)
{
    private readonly FormatArguments _formats = new(() => formats ?? Document.Formats, Names(formats), $"({Names(formats)})=FILE", $"json={file}");

    public void AddTo(Command command) => _formats.AddTo(command);

    /// <summary>What to write, standard output first.</summary>
    public IReadOnlyList<OutputTarget> Bind(ParseResult parsed) => _formats.Bind(parsed);

    private static string Names(IReadOnlyList<string>? formats) => string.Join('|', formats ?? Document.Formats);
}
