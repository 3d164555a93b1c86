using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SecretGuard.Cli.CommandLine;

/// <summary>Help: the tool's own page, and examples under each command's.</summary>
internal static class HelpText
{
    /// <summary>The page of the tool itself.</summary>
    public static void WriteRoot(TextWriter output)
    {
        output.WriteLine("SecretGuard finds hard-coded secrets. No value leaves this machine.");
        output.WriteLine();
        output.WriteLine("Usage:");
        output.WriteLine("  secretguard <command> [options]");
        output.WriteLine();
        output.WriteLine("Commands:");
        foreach (CommandEntry entry in CommandCatalogue.All)
        {
            output.WriteLine($"  {entry.Name,-21}{entry.Description}");
        }

        output.WriteLine();
        output.WriteLine("Examples:");
        output.WriteLine("  secretguard scan                                  scan this folder");
        output.WriteLine("  secretguard scan --format sarif > secrets.sarif   the same for code scanning");
        output.WriteLine("  secretguard init                                  set this repository up");
        output.WriteLine();
        output.WriteLine("Exit codes: 0 clean, 1 findings, 2 wrong command line or configuration, 3 not everything could be looked at.");
        output.WriteLine("'secretguard <command> --help' tells more; --version prints the version.");
    }

    /// <summary>Makes the help option show a command's examples, and takes its names with a slash away: <c>/h</c> is a path.</summary>
    public static void AddExamples(RootCommand root)
    {
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction action } help)
            {
                help.Action = new Examples(action);
                help.Aliases.Remove("/h");
                help.Aliases.Remove("/?");
            }
        }
    }

    private sealed class Examples(HelpAction inner) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = inner.Invoke(parseResult);
            if (parseResult.CommandResult.Command is ToolCommand { Examples.Count: > 0 } command)
            {
                TextWriter output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (string example in command.Examples)
                {
                    output.WriteLine($"  {example}");
                }
            }

            return code;
        }
    }
}
