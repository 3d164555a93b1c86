using System.CommandLine;
using System.CommandLine.Parsing;
using SecretGuard.Text;

namespace SecretGuard.Cli.CommandLine;

/// <summary>An argument that takes any number of words swallows a mistyped option: what looks like an option and stands before <c>--</c> is one.</summary>
internal static class UnknownOptions
{
    /// <summary>The first of them, as an error message, or null.</summary>
    public static string? Find(ParseResult parsed, string[] args)
    {
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
                    string name = token.Split('=', 2)[0];
                    return $"unknown option '{name}'{NearestName.Hint(name, parsed.CommandResult.Command.Options.Select(option => option.Name))}";
                }
            }
        }

        return null;
    }
}
