using SecretGuard.References.CSharp.Lexing;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>What stands between the parentheses or brackets of a call.</summary>
internal static class ArgumentList
{
    private const int Most = 64;

    /// <summary>The arguments, or the elements of a list, in their order.</summary>
    public static IReadOnlyList<Argument> Read(CSharpTokens tokens, int opening)
    {
        var arguments = new List<Argument>();
        int end = Math.Min(tokens.EndOfGroup(opening), tokens.Count), start = opening + 1;
        for (int at = start; at <= end && arguments.Count < Most;)
        {
            if (at == end || tokens[at] == TokenKind.Comma)
            {
                Add(tokens, arguments, start, at);
                start = ++at;
            }
            else
            {
                // The comma of a list of types divides no arguments.
                at = tokens[at] == TokenKind.Less && tokens[at - 1] == TokenKind.Name && TypeName.ReadArguments(tokens, at, out int behind) is not null ? behind : tokens.Behind(at);
            }
        }

        return arguments;
    }

    private static void Add(CSharpTokens tokens, List<Argument> arguments, int start, int end)
    {
        bool isNamed = tokens[start] == TokenKind.Name && tokens[start + 1] == TokenKind.Colon && start + 2 < end;
        if (end > start)
        {
            arguments.Add(new Argument(isNamed ? tokens.Written(start).ToString() : null, isNamed ? start + 2 : start, end));
        }
    }
}

/// <summary>One argument.</summary>
/// <param name="Name">The parameter that it names; null where its place says which.</param>
/// <param name="Start">Its first token.</param>
/// <param name="End">Behind its last.</param>
internal readonly record struct Argument(string? Name, int Start, int End);
