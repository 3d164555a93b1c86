using SecretGuard.Findings;
using SecretGuard.References.CSharp.Lexing;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>
/// What a file names of secrets, of the configuration and of the environment, by its text alone. Every chain of members, calls and keys is followed once from its left end:
/// what it is made of says what its end is, as far as this file tells.
/// </summary>
internal sealed partial class CodeReader
{
    private const int Deepest = 16; // from one variable to the next
    private const int MostInherited = 4;

    private readonly CSharpTokens _tokens;
    private readonly CodeOutline _outline;
    private readonly ILookup<string, CodeType> _types; // by their names, as their bodies are
    private readonly ILookup<string, CodeScope> _bodies;
    private readonly Receivers _receivers;
    private readonly List<CodeMention> _mentions = [];
    private readonly List<CodeScope> _around = [];
    private int _nextScope;

    private CodeReader(CodeOutline outline)
    {
        _tokens = outline.Tokens;
        _outline = outline;
        _types = outline.Types.ToLookup(type => type.Name, StringComparer.Ordinal);
        _bodies = outline.Scopes.Where(scope => scope.Type is not null).ToLookup(scope => scope.Type!.Name, StringComparer.Ordinal);
        _receivers = new Receivers(_tokens);
    }

    /// <summary>What the file names, in its order, and its constants.</summary>
    public static CodeContents Read(CodeOutline outline)
    {
        var reader = new CodeReader(outline);
        for (int i = 0; i < reader._tokens.Count; i++)
        {
            reader.EnterScopes(i);
            reader.ReadToken(i);
        }

        return new CodeContents(reader._mentions, [.. outline.Constants.Select(constant => new CodeConstant(constant.Name, constant.Scope.Container, reader.HeldBy(constant, MostNested)))]);
    }

    private CodeScope Current => _around[^1];

    private void EnterScopes(int index)
    {
        while (_around.Count > 1 && Current.End <= index)
        {
            _around.RemoveAt(_around.Count - 1);
        }

        for (; _nextScope < _outline.Scopes.Count && _outline.Scopes[_nextScope].Start <= index; _nextScope++)
        {
            _around.Add(_outline.Scopes[_nextScope]);
        }
    }

    private void ReadToken(int index)
    {
        switch (_tokens[index])
        {
            case TokenKind.Name when _tokens[index - 1] != TokenKind.Dot && !_tokens.Is(index - 1, "new") && (_tokens.Is(index, "new") || GoesOn(index + 1) || _tokens[index + 1] is TokenKind.Parenthesis or TokenKind.Less):
            case TokenKind.Parenthesis when GoesOn(_tokens.Behind(index)) && Fallback.IsGrouping(_tokens, index):
                ReadChain(index, Current, isTold: true, Deepest);
                break;
            case TokenKind.Bracket when _tokens[index - 1] is TokenKind.End or TokenKind.Brace or TokenKind.BraceEnd or TokenKind.Semicolon or TokenKind.BracketEnd or TokenKind.Parenthesis or TokenKind.Comma:
                ReadAttributes(index);
                break;
        }
    }

    /// <summary>What a name means in a scope: what is declared around it, or what the type around it inherits.</summary>
    private Declaration? Find(CodeScope scope, ReadOnlySpan<char> name) => scope.Find(name) ?? (scope.TypeBody is { } body ? FindInherited(body, name, MostInherited) : null);

    /// <summary>A member of the type around a scope.</summary>
    private Declaration? FindMember(CodeScope scope, ReadOnlySpan<char> name) => scope.TypeBody is not { } body ? null : body.FindOwn(name) ?? FindInherited(body, name, MostInherited);

    private Declaration? FindInherited(CodeScope body, ReadOnlySpan<char> name, int depth)
    {
        foreach (TypeName inherited in depth == 0 ? [] : body.Type!.Bases.Take(MostInherited))
        {
            foreach (CodeScope other in _bodies[inherited.Name].Take(MostInherited))
            {
                if ((other.FindOwn(name) ?? FindInherited(other, name, depth - 1)) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private bool GoesOn(int index) => _tokens[index] is TokenKind.Dot or TokenKind.Bracket or TokenKind.Question or TokenKind.Exclamation;

    /// <summary>The place of an expression, without parentheses around it.</summary>
    private Location PlaceOf(int start, int end)
    {
        while (_tokens[start] == TokenKind.Parenthesis && _tokens.EndOfGroup(start) == end - 1 && end - 1 > start + 1)
        {
            (start, end) = (start + 1, end - 1);
        }

        return _tokens.Source.At(_tokens.StartOf(start), Math.Max(0, _tokens.EndOf(end - 1) - _tokens.StartOf(start)));
    }
}
