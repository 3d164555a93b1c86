using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.DetectSecrets;
using SecretGuard.Cli.Hooks;
using SecretGuard.Text;

namespace SecretGuard.Cli;

/// <summary>The command line. Exit codes: see <see cref="ExitCodes"/>.</summary>
internal static class Program
{
    /// <summary>A name that begins with @ is a file's, as in <c>@scope/package.json</c>, and no file of arguments.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    private const long ShortRun = 16 << 20; // bytes of memory

    public static async Task<int> Main(string[] args)
    {
        SpareCollections();
        try
        {
            if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
            {
                Console.OutputEncoding = Encoding.UTF8;
            }

            return await Dispatch(args);
        }
        catch (UsageException error)
        {
            return Fail(error.Message, null);
        }
        catch (OperationCanceledException)
        {
            return Interruption.Told();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Most likely standard output: closed, or redirected to a disk that is full.
            return Fail($"cannot go on: {error.Message}", null);
        }
        catch (Exception error)
        {
            // Without its message, which may quote what was being read.
            await Console.Error.WriteLineAsync($"secretguard: a fault of this tool, please report it: {error.GetType()}\n{error.StackTrace}");
            return ExitCodes.Incomplete;
        }
    }

    /// <summary>A short run ends before its garbage is worth a collection, which takes a tenth of its time. Once more is allocated, all is as ever.</summary>
    private static void SpareCollections()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 16 * ShortRun)
        {
            GC.TryStartNoGCRegion(ShortRun, ShortRun / 2);
        }
    }

    private static async Task<int> Dispatch(string[] args)
    {
        args = args is ["help", _, ..] ? [.. args[1..], "--help"] : args;
        switch (args.Length == 0 ? "--help" : args[0])
        {
            case "--help" or "-h" or "-?" or "help":
                HelpText.WriteRoot(Console.Out);
                return ExitCodes.Clean;
            case "--version":
                await Console.Out.WriteLineAsync(ToolVersion.Current);
                return ExitCodes.Clean;
            default:
                return DetectSecretsCommands.Run(args) ?? PlainHook.Run(args) ?? await RunCommand(args);
        }
    }

    private static async Task<int> RunCommand(string[] args) =>
        Array.Exists(args, IsForRoot) ? MakeRoot(args[0]) is { } root ? await Run(root, args) : UnknownCommand(args[0])
        : CommandCatalogue.Find(args[0]) is { } entry ? await Run(entry.Create(), args)
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

    private static async Task<int> Run(Command command, string[] args)
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
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token);
    }

    private static string Words(CommandResult command) =>
        command.Parent is CommandResult { Command: not RootCommand } parent ? $"{Words(parent)} {command.Command.Name}" : command.Command.Name;

    private static int Fail(string message, string? help)
    {
        Console.Error.WriteLine($"secretguard: {message}");
        if (help is not null)
        {
            Console.Error.WriteLine($"secretguard: see '{help}'");
        }

        return ExitCodes.Usage;
    }
}
