using SecretGuard.References.CSharp.Lexing;

namespace SecretGuard.References.CSharp.Syntax;

/// <summary>
/// Reads what a file declares, once over its tokens. It knows no grammar: a type with a name behind it is a declaration where one may stand, and what it cannot make out it
/// passes over, so that half-written code does no harm.
/// </summary>
internal sealed partial class OutlineReader
{
    private readonly CSharpTokens _tokens;
    private readonly List<CodeScope> _scopes = [];
    private readonly List<OpenScope> _open = [];
    private readonly List<Level> _levels = [new Level(-1)]; // the file, and every group that is open
    private readonly List<(CodeScope Scope, int Name)> _assigned = [];
    private readonly List<Declaration> _constants = [];
    private (int Opening, int End) _closed = (-1, -1); // the group that was over last

    private OutlineReader(CSharpTokens tokens)
    {
        _tokens = tokens;
        Enter(new CodeScope(null, 0), 0, ScopeKind.Body);
    }

    private CodeScope Current => _open[^1].Scope;

    /// <summary>Reads the outline.</summary>
    public static CodeOutline Read(CSharpTokens tokens)
    {
        var reader = new OutlineReader(tokens);
        for (int i = 0; i < tokens.Count; i++)
        {
            i = reader.ReadToken(i);
        }

        foreach ((CodeScope scope, int name) in reader._assigned)
        {
            if (scope.Find(tokens.Written(name)) is { } declared)
            {
                declared.IsAssigned = true;
            }
        }

        return new CodeOutline(tokens, [.. reader._scopes.OrderBy(scope => scope.Start)], reader._types, reader._usings, reader._constants);
    }

    /// <summary>Reads what begins at a token. Returns the last token of it.</summary>
    private int ReadToken(int index)
    {
        while (_levels.Count > 1 && _tokens.EndOfGroup(_levels[^1].Opening) <= index)
        {
            EndLevel(index);
        }

        switch (_tokens[index])
        {
            case TokenKind.Name:
                return ReadName(index);
            case TokenKind.Brace:
                _levels.Add(new Level(index));
                EnterBrace(index);
                break;
            case TokenKind.Parenthesis or TokenKind.Bracket or TokenKind.Hole or TokenKind.Interpolated:
                _levels.Add(new Level(index));
                break;
            case TokenKind.Semicolon:
                Leave(open => open.Level == _levels.Count && open.Kind != ScopeKind.Body, index);
                _levels[^1] = new Level(_levels[^1].Opening) { Start = index + 1 };
                break;
            case TokenKind.Comma:
                Leave(open => open.Level == _levels.Count && open.Kind == ScopeKind.Lambda, index);
                ReadDeclarator(index + 1);
                _levels[^1].Start = _tokens[_levels[^1].Opening] == TokenKind.Parenthesis ? index + 1 : _levels[^1].Start;
                break;
            case TokenKind.Arrow:
                ReadLambda(index);
                break;
        }

        return index;
    }

    private int ReadName(int index)
    {
        if (_tokens[index - 1] == TokenKind.Dot)
        {
            return index;
        }

        if ((ReadDirective(index) ?? ReadType(index) ?? ReadDeclaration(index)) is { } last)
        {
            return last;
        }

        if (_tokens[index + 1] is TokenKind.Assign or TokenKind.AssignWith || _tokens.Is(index - 1, "ref") || _tokens.Is(index - 1, "out"))
        {
            _assigned.Add((Current, index));
        }

        return index;
    }

    /// <summary>The innermost group is over: scopes in it end, and those that its braces were the body of.</summary>
    private void EndLevel(int index)
    {
        bool isBody = _tokens[_levels[^1].Opening] == TokenKind.Brace;
        _closed = (_levels[^1].Opening, index);
        _levels.RemoveAt(_levels.Count - 1);
        Leave(open => open.Level > _levels.Count || (isBody && open.Level == _levels.Count && open.Kind != ScopeKind.Body), index);
        if (isBody)
        {
            _levels[^1].Start = index + 1;
        }
    }

    private void EnterBrace(int index)
    {
        if (Current.Depth >= CodeScope.Deepest)
        {
            return;
        }

        CodeScope scope = _bodies.Remove(index, out CodeType? type) ? new CodeScope(Current, index) { Type = type, Container = type.FullName }
            : _namespaces.Remove(index, out string? name) ? new CodeScope(Current, index) { Container = Join(Current.Container, name) }
            : new CodeScope(Current, index);
        Enter(scope, _levels.Count, ScopeKind.Body);
    }

    private void Enter(CodeScope scope, int level, ScopeKind kind)
    {
        _scopes.Add(scope);
        _open.Add(new OpenScope(scope, level, kind));
    }

    /// <summary>Ends the innermost scopes as long as they are over; the file never is.</summary>
    private void Leave(Predicate<OpenScope> isOver, int index)
    {
        while (_open.Count > 1 && isOver(_open[^1]))
        {
            _open[^1].Scope.End = index;
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private static string Join(string container, string name) => container.Length == 0 ? name : $"{container}.{name}";

    /// <summary>A scope that has not ended.</summary>
    /// <param name="Scope">The scope.</param>
    /// <param name="Level">How many groups are open where it ends.</param>
    /// <param name="Kind">What ends it.</param>
    private readonly record struct OpenScope(CodeScope Scope, int Level, ScopeKind Kind);

    /// <summary>A group that is open.</summary>
    private sealed class Level(int opening)
    {
        /// <summary>The token that opens it; -1 for the file.</summary>
        public int Opening => opening;

        /// <summary>Where its current statement, member or parameter begins.</summary>
        public int Start { get; set; } = opening + 1;

        /// <summary>What was declared last in it, if another name may follow behind a comma.</summary>
        public Declaration? Last { get; set; }
    }

    private enum ScopeKind
    {
        /// <summary>Between braces.</summary>
        Body,

        /// <summary>From a list of parameters to the end of the body, or the semicolon.</summary>
        Header,

        /// <summary>The same, which also ends at a comma.</summary>
        Lambda,
    }
}
