using SecretGuard.References.CSharp.Lexing;

namespace SecretGuard.References.CSharp.Syntax;

/// <summary>A type as it is written: by its last name, without its namespace.</summary>
/// <param name="Name">Its name, that of the framework for keywords: <c>String</c> for <c>string</c>.</param>
/// <param name="Arguments">Its arguments; of an array its element.</param>
internal sealed record TypeName(string Name, IReadOnlyList<TypeName> Arguments)
{
    /// <summary>The name of arrays.</summary>
    public const string Array = "[]";

    /// <summary>The name where a type is inferred.</summary>
    public const string Inferred = "var";

    private const int Deepest = 8;
    private const int MostTokens = 200;
    private const int MostDimensions = 8;

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["bool"] = "Boolean", ["byte"] = "Byte", ["sbyte"] = "SByte", ["char"] = "Char", ["short"] = "Int16", ["ushort"] = "UInt16", ["int"] = "Int32", ["uint"] = "UInt32",
        ["long"] = "Int64", ["ulong"] = "UInt64", ["float"] = "Single", ["double"] = "Double", ["decimal"] = "Decimal", ["string"] = "String", ["object"] = "Object",
    };

    /// <summary>A type without arguments.</summary>
    public static TypeName Of(string name) => new(name, []);

    /// <summary>Reads the type that begins at a token. Null where there is none; <paramref name="next"/> is the token behind it.</summary>
    public static TypeName? Read(CSharpTokens tokens, int index, out int next) => Read(tokens, index, out next, index + MostTokens, Deepest);

    /// <summary>The arguments between <c>&lt;</c> and <c>&gt;</c>. Null where there are none.</summary>
    public static IReadOnlyList<TypeName>? ReadArguments(CSharpTokens tokens, int index, out int next) => ReadArguments(tokens, index, out next, index + MostTokens, Deepest);

    private static TypeName? Read(CSharpTokens tokens, int index, out int next, int limit, int depth)
    {
        next = index;
        if (depth == 0 || index > limit)
        {
            return null;
        }

        TypeName? type;
        if (tokens[index] == TokenKind.Parenthesis)
        {
            (type, next) = (Of("()"), tokens.Behind(index)); // several at once
        }
        else
        {
            type = ReadNamed(tokens, index, out next, limit, depth);
        }

        while (type is not null)
        {
            if (tokens[next] == TokenKind.Question && tokens[next + 1] != TokenKind.Dot)
            {
                next++;
            }
            else if (tokens[next] == TokenKind.Bracket && IsRank(tokens, next))
            {
                (type, next) = (new TypeName(Array, [type]), tokens.Behind(next));
            }
            else
            {
                break;
            }
        }

        return type;
    }

    private static TypeName? ReadNamed(CSharpTokens tokens, int index, out int next, int limit, int depth)
    {
        next = index;
        if (depth == 0 || tokens[index] != TokenKind.Name || CSharpWords.IsNoType(tokens.Written(index)))
        {
            return null;
        }

        while (tokens[next + 1] == TokenKind.Dot && tokens[next + 2] == TokenKind.Name && next < limit)
        {
            next += 2;
        }

        string name = tokens.Written(next).ToString();
        List<TypeName> arguments = ReadArguments(tokens, next + 1, out int behind, limit, depth) ?? [];
        next = arguments.Count > 0 ? behind : next + 1;
        return arguments.Count > 0 && tokens[next] == TokenKind.Dot && tokens[next + 1] == TokenKind.Name
            ? ReadNamed(tokens, next + 1, out next, limit, depth - 1)
            : new TypeName(Keywords.GetValueOrDefault(name, name), arguments);
    }

    private static List<TypeName>? ReadArguments(CSharpTokens tokens, int index, out int next, int limit, int depth)
    {
        next = index;
        if (tokens[index] != TokenKind.Less)
        {
            return null;
        }

        var arguments = new List<TypeName>();
        do
        {
            if (Read(tokens, next + 1, out int behind, limit, depth - 1) is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
            next = behind;
        }
        while (tokens[next] == TokenKind.Comma);
        return tokens[next++] == TokenKind.Greater ? arguments : null;
    }

    private static bool IsRank(CSharpTokens tokens, int bracket)
    {
        int at = bracket + 1;
        while (tokens[at] == TokenKind.Comma && at < bracket + MostDimensions)
        {
            at++;
        }

        return tokens[at] == TokenKind.BracketEnd;
    }
}
