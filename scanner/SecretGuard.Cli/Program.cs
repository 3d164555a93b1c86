using System.CommandLine;
using SecretGuard.Cli.Commands;

namespace SecretGuard.Cli;

/// <summary>The command line. Exit codes: see <see cref="ExitCodes"/>.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("Finds hard-coded secrets, and checks that referenced secrets are where they should be.");
        root.Subcommands.Add(ScanCommand.Create());
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"secretguard: {error.Message}");
            }

            await Console.Error.WriteLineAsync("secretguard: see 'secretguard --help'");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException error)
        {
            await Console.Error.WriteLineAsync($"secretguard: {error.Message}");
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("secretguard: stopped");
            return ExitCodes.Interrupted;
        }
    }
}
