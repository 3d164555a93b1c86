using System.CommandLine;
using System.CommandLine.Parsing;
using SecretGuard.Text;

namespace SecretGuard.Cli.CommandLine;

/// <summary>The command that was typed: made, parsed, and done.</summary>
internal static class TypedCommand
{
    /// <summary>A name that begins with @ is a file's, as in <c>@scope/package.json</c>, and no file of arguments.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Does it, and returns the exit code.</summary>
    public static int Run(string[] args) =>
        Array.Exists(args, IsForRoot) ? MakeRoot(args[0]) is { } root ? Run(root, args) : UnknownCommand(args[0])
        : CommandCatalogue.Find(args[0]) is { } entry ? Run(entry.Create(), args)
        : UnknownCommand(args[0]);

    /// <summary>Whether only the root can answer. To make one loads texts and options that no other run needs, which takes longer than all the rest of parsing.</summary>
    private static bool IsForRoot(string word) =>
        word is "-h" or "-?" || word.StartsWith("--help", StringComparison.Ordinal) || word.StartsWith("--version", StringComparison.Ordinal) || word.StartsWith("[suggest", StringComparison.Ordinal);

    /// <summary>A root with the one command that was typed: making them all would cost every run.</summary>
    private static RootCommand? MakeRoot(string first)
    {
        IEnumerable<CommandEntry> entries = CommandCatalogue.Find(first) is { } entry ? [entry]
            : first.StartsWith("[suggest", StringComparison.Ordinal) ? CommandCatalogue.All
            : [];
        RootCommand? root = null;
        foreach (CommandEntry made in entries)
        {
            root ??= new RootCommand("Finds hard-coded secrets.");
            root.Subcommands.Add(made.Create());
        }

        if (root is not null)
        {
            HelpText.AddExamples(root);
        }

        return root;
    }

    private static int UnknownCommand(string first)
    {
        IEnumerable<string> names = CommandCatalogue.All.Select(entry => entry.Name).Concat(["--help", "--version"]);
        return Fail($"unknown {(first.StartsWith('-') ? "option" : "command")} '{first}'{NearestName.Hint(first, names)}", "secretguard --help");
    }

    private static int Run(Command command, string[] args)
    {
        ParseResult parsed = command.Parse(args, Parsing);
        if (parsed.Action is null or { ClearsParseErrors: false })
        {
            string? error = UnknownWords.Find(parsed, args);
            foreach (ParseError parseError in error is null ? parsed.Errors : [])
            {
                error = $"{error}{(error is null ? "" : "; ")}{parseError.Message}";
            }

            if (error is not null)
            {
                return Fail(error, $"secretguard {Words(parsed.CommandResult)} --help");
            }
        }

        using var interruption = new Interruption();
        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token).GetAwaiter().GetResult(); // commands work in this thread
    }

    private static string Words(CommandResult command) =>
        command.Parent is CommandResult { Command: not RootCommand } parent ? $"{Words(parent)} {command.Command.Name}" : command.Command.Name;

    private static int Fail(string message, string help)
    {
        Console.Error.WriteLine($"secretguard: {message}");
        Console.Error.WriteLine($"secretguard: see '{help}'");
        return ExitCodes.Usage;
    }
}
