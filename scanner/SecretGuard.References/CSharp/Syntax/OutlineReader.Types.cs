using SecretGuard.References.CSharp.Lexing;

namespace SecretGuard.References.CSharp.Syntax;

/// <summary>Namespaces, types, and what a file uses.</summary>
internal sealed partial class OutlineReader
{
    private const int LongestHead = 500; // tokens between the name of a type and its body

    private readonly List<CodeType> _types = [];
    private readonly List<UsingDirective> _usings = [];
    private readonly Dictionary<int, CodeType> _bodies = []; // by the brace that opens them
    private readonly Dictionary<int, string> _namespaces = [];

    /// <summary><c>using</c> and <c>namespace</c>. Returns the last token of it, or null where there is none.</summary>
    private int? ReadDirective(int index)
    {
        bool isNamespace = _tokens.Is(index, "namespace"), isUsing = _tokens.Is(index, "using") && _tokens[index + 1] == TokenKind.Name;
        if (!isNamespace && !isUsing)
        {
            return null;
        }

        bool isStatic = isUsing && _tokens.Is(index + 1, "static");
        int first = index + (isStatic ? 2 : 1), last = first;
        while (_tokens[last + 1] == TokenKind.Dot && _tokens[last + 2] == TokenKind.Name)
        {
            last += 2;
        }

        if (_tokens[last] != TokenKind.Name || _tokens[last + 1] is not (TokenKind.Semicolon or TokenKind.Brace))
        {
            return null;
        }

        string name = NameOf(first, last);
        if (isUsing && _tokens[last + 1] == TokenKind.Semicolon)
        {
            _usings.Add(new UsingDirective(name, isStatic, _tokens.Is(index - 1, "global")));
        }
        else if (isNamespace && _tokens[last + 1] == TokenKind.Brace)
        {
            _namespaces[last + 1] = name;
        }
        else if (isNamespace && Current.Container.Length == 0)
        {
            Current.Container = name;
        }

        return last;
    }

    /// <summary>A name with points, written without blanks and the alias of the whole.</summary>
    private string NameOf(int first, int last)
    {
        first += _tokens.Is(first, "global") && last > first ? 2 : 0;
        return string.Join('.', Enumerable.Range(0, ((last - first) / 2) + 1).Select(i => _tokens.Written(first + (2 * i)).ToString()));
    }

    /// <summary>The head of a type up to its name. Returns that token, or null where there is none.</summary>
    private int? ReadType(int index)
    {
        bool isRecord = _tokens.Is(index, "record"), isEnum = _tokens.Is(index, "enum"), isInterface = _tokens.Is(index, "interface");
        if ((!isRecord && !isEnum && !isInterface && !_tokens.Is(index, "class") && !_tokens.Is(index, "struct")) || _tokens[index - 1] is TokenKind.Colon or TokenKind.Comma || Current.Depth >= CodeScope.Deepest)
        {
            return null;
        }

        int name = index + (isRecord && (_tokens.Is(index + 1, "struct") || _tokens.Is(index + 1, "class")) ? 2 : 1);
        if (_tokens[name] != TokenKind.Name || CSharpWords.IsReserved(_tokens.Written(name)) || (isRecord && _tokens[name + 1] == TokenKind.Assign))
        {
            return null;
        }

        var type = new CodeType(Join(Current.Container, _tokens.Written(name).ToString()), isEnum) { IsInterface = isInterface };
        int at = TypeName.ReadArguments(_tokens, name + 1, out int behind) is null ? name + 1 : behind;
        int parameters = _tokens[at] == TokenKind.Parenthesis ? at : -1;
        at = parameters < 0 ? at : _tokens.Behind(at);
        if (_tokens[at] == TokenKind.Colon)
        {
            ReadBases(type, at + 1);
        }

        while (at < name + LongestHead && _tokens[at] is not (TokenKind.Brace or TokenKind.Semicolon or TokenKind.BraceEnd or TokenKind.End))
        {
            at = _tokens.Behind(at);
        }

        if (_tokens[at] == TokenKind.Brace)
        {
            _bodies[at] = type;
        }

        if (isRecord && parameters >= 0)
        {
            _positional[parameters] = type;
        }

        _types.Add(type);
        return name;
    }

    private void ReadBases(CodeType type, int at)
    {
        for (; TypeName.Read(_tokens, at, out int next) is { } inherited; at = next + 1)
        {
            type.Bases.Add(inherited);
            next = _tokens[next] == TokenKind.Parenthesis ? _tokens.Behind(next) : next;
            if (_tokens[next] != TokenKind.Comma)
            {
                return;
            }
        }
    }
}
