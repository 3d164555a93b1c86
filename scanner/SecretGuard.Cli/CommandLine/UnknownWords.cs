using System.CommandLine;
using System.CommandLine.Parsing;
using SecretGuard.Text;

namespace SecretGuard.Cli.CommandLine;

/// <summary>
/// What was mistyped. An argument that takes any number of words swallows an unknown option: what looks like one and stands before
/// <c>--</c> is one.
/// </summary>
internal static class UnknownWords
{
    /// <summary>The first of them, as an error message with a suggestion, or null.</summary>
    public static string? Find(ParseResult parsed, string[] args)
    {
        Command command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            string[] names = [.. command.Subcommands.Select(subcommand => subcommand.Name)];
            return parsed.UnmatchedTokens is [{ } word, ..]
                ? $"unknown command '{command.Name} {word}'{NearestName.Hint(word, names)}"
                : $"'{command.Name}' needs one of: {string.Join(", ", names)}";
        }

        if (parsed.UnmatchedTokens is [['-', _, ..] option, ..])
        {
            return Unknown(option, command);
        }

        int end = Array.IndexOf(args, "--");
        int literal = end < 0 ? 0 : args.Length - end - 1;
        foreach (SymbolResult child in parsed.CommandResult.Children)
        {
            if (child is not ArgumentResult argument)
            {
                continue;
            }

            for (int i = 0; i < argument.Tokens.Count - literal; i++)
            {
                string token = argument.Tokens[i].Value;
                if (token.Length > 1 && token[0] == '-')
                {
                    return Unknown(token, command);
                }
            }
        }

        return null;
    }

    private static string Unknown(string token, Command command)
    {
        string name = token.Split('=', 2)[0];
        return $"unknown option '{name}'{NearestName.Hint(name, command.Options.Select(option => option.Name))}";
    }
}
