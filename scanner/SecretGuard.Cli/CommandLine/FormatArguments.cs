using System.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Text;

namespace SecretGuard.Cli.CommandLine;

/// <summary><c>--format</c> and <c>--report</c>: how and where a command writes what it has to tell. Which formats there are, the command says.</summary>
internal sealed class FormatArguments
{
    /// <summary>The format for people: every command has it, and it is the default.</summary>
    public const string Text = "text";

    private readonly Func<IEnumerable<string>> _names;
    private readonly string _example;
    private readonly Option<string> _format;
    private readonly Option<string[]> _reports;

    /// <summary>The options of a command with these formats.</summary>
    /// <param name="names">Makes the names, text among them. They are only wanted by help, completion and other formats than text: making every reporter would cost every run.</param>
    /// <param name="helpName">What help shows for a format.</param>
    /// <param name="reportHelpName">What it shows for a format and a file.</param>
    /// <param name="example">An example of what <c>--report</c> takes.</param>
    public FormatArguments(Func<IEnumerable<string>> names, string helpName, string reportHelpName, string example)
    {
        _names = names;
        _example = example;
        _format = new("--format", "-f") { Description = "How standard output is written.", HelpName = helpName, DefaultValueFactory = _ => Text };
        _reports = new("--report") { Description = "Write a report into a file too; several are possible.", HelpName = reportHelpName };
        _format.CompletionSources.Add(_ => names().Select(name => new System.CommandLine.Completions.CompletionItem(name)));
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_reports);
    }

    /// <summary>What to write, standard output first. Wrong formats are told before anything else is done.</summary>
    public IReadOnlyList<OutputTarget> Bind(ParseResult parsed)
    {
        var targets = new List<OutputTarget> { new(Find("--format", parsed.GetValue(_format)!), null) };
        foreach (string report in parsed.GetValue(_reports) ?? [])
        {
            string[] parts = report.Split('=', 2);
            if (parts.Length != 2 || parts[1].Length == 0)
            {
                throw new UsageException($"--report: '{report}' must be FORMAT=FILE, such as {_example}");
            }

            string file = Path.GetFullPath(parts[1]);
            if (targets.Exists(target => string.Equals(target.File, file, Sources.PathIdentity.Comparison)) && !file.StartsWith("/dev/", StringComparison.Ordinal))
            {
                throw new UsageException($"--report: two reports would be written to '{parts[1]}'");
            }

            targets.Add(new OutputTarget(Find("--report", parts[0]), file));
        }

        return targets;
    }

    private string Find(string option, string format)
    {
        if (string.Equals(format, Text, StringComparison.OrdinalIgnoreCase))
        {
            return Text;
        }

        string[] names = [.. _names()];
        return Array.Find(names, name => string.Equals(name, format, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"{option}: '{format}' is not one of {string.Join(", ", names)}{NearestName.Hint(format, names)}");
    }
}
