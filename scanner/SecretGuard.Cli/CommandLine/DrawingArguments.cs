using System.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Text;

namespace SecretGuard.Cli.CommandLine;

/// <summary><c>--format</c> and <c>--output</c> of commands that make one thing for another program to show.</summary>
/// <typeparam name="T">What is made.</typeparam>
internal sealed class DrawingArguments<T>
{
    private readonly (string Name, Action<T, TextWriter> Write)[] _formats;
    private readonly Option<string> _format;
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write into this file.", HelpName = "FILE" };

    /// <summary>Takes the formats, the default first.</summary>
    /// <param name="description">What help says of them.</param>
    /// <param name="formats">Their names, and what writes them.</param>
    public DrawingArguments(string description, params (string Name, Action<T, TextWriter> Write)[] formats)
    {
        _formats = formats;
        _format = new("--format", "-f") { Description = description, HelpName = string.Join('|', formats.Select(known => known.Name)), DefaultValueFactory = _ => formats[0].Name };
        _format.CompletionSources.Add(_ => formats.Select(known => new System.CommandLine.Completions.CompletionItem(known.Name)));
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_output);
    }

    /// <summary>What writes a drawing to where it was asked for. A wrong format is told before anything is done.</summary>
    public Action<T> Bind(ParseResult parsed)
    {
        string typed = parsed.GetValue(_format)!;
        int chosen = Array.FindIndex(_formats, known => known.Name == typed);
        if (chosen < 0)
        {
            throw new UsageException($"--format: '{typed}' is not one of {string.Join(", ", _formats.Select(known => known.Name))}{NearestName.Hint(typed, _formats.Select(known => known.Name))}");
        }

        string? file = parsed.GetValue(_output);
        return drawing =>
        {
            if (file is not null)
            {
                ReportWriter.WriteFile(Path.GetFullPath(file), text => _formats[chosen].Write(drawing, text));
            }
            else
            {
                _formats[chosen].Write(drawing, Console.Out);
            }
        };
    }
}
