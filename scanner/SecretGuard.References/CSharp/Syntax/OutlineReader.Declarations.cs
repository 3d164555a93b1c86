using SecretGuard.References.CSharp.Lexing;

namespace SecretGuard.References.CSharp.Syntax;

/// <summary>Fields, properties, methods, parameters and variables.</summary>
internal sealed partial class OutlineReader
{
    private const int MostModifiers = 32;
    private const string Suffix = "Attribute";

    private readonly Dictionary<int, CodeType> _positional = []; // records, by the list of their parameters

    /// <summary>A type with a name behind it. Returns the name, or null where there is no declaration.</summary>
    private int? ReadDeclaration(int index)
    {
        if (TypeName.Read(_tokens, index, out int name) is not { } type || _tokens[name] != TokenKind.Name || CSharpWords.IsReserved(_tokens.Written(name)))
        {
            return null;
        }

        bool isChosen = _tokens.Is(index - 1, "is") || _tokens.Is(index - 1, "case") || _tokens.Is(index - 1, "out"), isElement = _tokens.Is(name + 1, "in");
        bool isMethod = _tokens[name + 1] == TokenKind.Parenthesis || (TypeName.ReadArguments(_tokens, name + 1, out int behind) is not null && _tokens[behind] == TokenKind.Parenthesis);
        if (!isMethod && !isChosen && !isElement && _tokens[name + 1] is not (TokenKind.Assign or TokenKind.Semicolon or TokenKind.Comma or TokenKind.ParenthesisEnd or TokenKind.Brace or TokenKind.Arrow))
        {
            return null;
        }

        int list = _tokens[_levels[^1].Opening] == TokenKind.Parenthesis ? _levels[^1].Opening : -1;
        Modifiers modifiers = ReadModifiers(index);
        DeclarationKind kind = list >= 0 && !isChosen ? IsStatementHead(list - 1) ? DeclarationKind.Local : DeclarationKind.Parameter
            : isMethod ? DeclarationKind.Method
            : list >= 0 || !IsMember ? DeclarationKind.Local
            : _tokens[name + 1] is TokenKind.Brace or TokenKind.Arrow ? DeclarationKind.Property
            : DeclarationKind.Field;
        CodeScope outer = Current, scope = list >= 0 ? HeaderOf(list) : outer;
        var declaration = new Declaration(_tokens.Written(name).ToString(), type.Name == TypeName.Inferred ? null : type, kind)
        {
            Scope = scope,
            Value = isElement || (_tokens[name + 1] == TokenKind.Assign && kind != DeclarationKind.Parameter) ? name + 2 : -1,
            IsElement = isElement,
            IsConstant = modifiers.IsConstant,
            IsReadOnly = modifiers.IsReadOnly,
        };
        Add(declaration);
        if (isChosen && list >= 0 && outer != scope)
        {
            outer.Escape(declaration);
        }

        AddProperty(declaration, modifiers, name, list);
        _levels[^1].Last = list < 0 && kind is DeclarationKind.Field or DeclarationKind.Local ? declaration : null;
        return name;
    }

    /// <summary>Another name of a declaration: <c>const string A = "a", B = "b"</c>.</summary>
    private void ReadDeclarator(int name)
    {
        if (_levels[^1].Last is { } last && _tokens[name] == TokenKind.Name && _tokens[name + 1] is TokenKind.Assign or TokenKind.Comma or TokenKind.Semicolon)
        {
            Add(last with { Name = _tokens.Written(name).ToString(), Value = _tokens[name + 1] == TokenKind.Assign ? name + 2 : -1, IsAssigned = false });
        }
    }

    /// <summary>The parameters of a function whose types are inferred: <c>x =&gt;</c>, <c>(x, y) =&gt;</c>.</summary>
    private void ReadLambda(int arrow)
    {
        int first = _tokens[arrow - 1] == TokenKind.Name && _tokens[arrow - 2] != TokenKind.Dot ? arrow - 1 : _closed.End == arrow - 1 && _tokens[_closed.Opening] == TokenKind.Parenthesis ? _closed.Opening + 1 : arrow;
        if (first >= arrow || _tokens[first + 1] is not (TokenKind.Arrow or TokenKind.Comma or TokenKind.ParenthesisEnd) || Current.Depth >= CodeScope.Deepest)
        {
            return;
        }

        Enter(new CodeScope(Current, arrow), _levels.Count, ScopeKind.Lambda);
        for (int at = first, i = 0; at < arrow && i < MostModifiers && _tokens[at] == TokenKind.Name && !CSharpWords.IsReserved(_tokens.Written(at)); at += 2, i++)
        {
            Current.Declare(new Declaration(_tokens.Written(at).ToString(), null, DeclarationKind.Parameter) { Scope = Current, Position = i });
        }
    }

    private bool IsMember => Current.Type is not null && _tokens[_levels[^1].Opening] == TokenKind.Brace;

    private bool IsStatementHead(int word) => _tokens.Is(word, "using") || _tokens.Is(word, "for") || _tokens.Is(word, "foreach") || _tokens.Is(word, "fixed");

    private void Add(Declaration declaration)
    {
        declaration.Scope.Declare(declaration);
        if (declaration is { Kind: DeclarationKind.Field, Value: >= 0, Type.Name: "String" } && (declaration.IsConstant || declaration.IsReadOnly))
        {
            _constants.Add(declaration);
        }
    }

    /// <summary>The scope of what a list of parameters declares: itself and what follows.</summary>
    private CodeScope HeaderOf(int list)
    {
        if ((_open[^1] is { Kind: not ScopeKind.Body } top && top.Scope.Start == list) || Current.Depth >= CodeScope.Deepest)
        {
            return Current;
        }

        bool isLambda = _tokens[_tokens.Behind(list)] == TokenKind.Arrow && _tokens[list - 1] is not (TokenKind.Name or TokenKind.Greater);
        Enter(new CodeScope(Current, list), _levels.Count - 1, isLambda ? ScopeKind.Lambda : ScopeKind.Header);
        return Current;
    }

    private void AddProperty(Declaration declaration, Modifiers modifiers, int name, int list)
    {
        CodeType? type = declaration.Kind switch
        {
            DeclarationKind.Parameter => _positional.GetValueOrDefault(list),
            DeclarationKind.Property when modifiers.IsPublic && !modifiers.IsStatic => Current.Type,
            _ => null,
        };
        if (type is null || declaration.Type is null)
        {
            return;
        }

        bool hasSetter = list >= 0;
        for (int at = name + 2; !hasSetter && _tokens[name + 1] == TokenKind.Brace && at < _tokens.EndOfGroup(name + 1); at = _tokens.Behind(at))
        {
            hasSetter = _tokens.Is(at, "set") || _tokens.Is(at, "init");
        }

        type.Properties.Add(new CodeProperty(declaration.Name, declaration.Type, hasSetter) { Key = modifiers.Key, IsRequired = modifiers.IsRequired });
    }

    /// <summary>What stands before a declaration, from the beginning of its statement.</summary>
    private Modifiers ReadModifiers(int end)
    {
        var modifiers = new Modifiers { IsPublic = Current.Type?.IsInterface == true };
        int at = _levels[^1].Start;
        for (int count = 0; at < end && count < MostModifiers; count++, at = _tokens.Behind(at))
        {
            modifiers = _tokens[at] switch
            {
                TokenKind.Bracket => ReadAttributes(at, modifiers),
                TokenKind.Name => With(modifiers, _tokens.Written(at)),
                _ => modifiers,
            };
        }

        return at == end ? modifiers : default;
    }

    private static Modifiers With(Modifiers modifiers, ReadOnlySpan<char> word) => word switch
    {
        "const" => modifiers with { IsConstant = true },
        "readonly" => modifiers with { IsReadOnly = true },
        "static" => modifiers with { IsStatic = true },
        "public" => modifiers with { IsPublic = true },
        "private" or "protected" or "internal" => modifiers with { IsPublic = false },
        "required" => modifiers with { IsRequired = true },
        _ => modifiers,
    };

    private Modifiers ReadAttributes(int bracket, Modifiers modifiers)
    {
        for (int at = bracket + 1; at < _tokens.EndOfGroup(bracket); at = _tokens.Behind(at))
        {
            ReadOnlySpan<char> word = _tokens[at] == TokenKind.Name ? _tokens.Written(at) : default;
            modifiers = IsNamed(word, "Required") ? modifiers with { IsRequired = true }
                : IsNamed(word, "ConfigurationKeyName") && _tokens[at + 1] == TokenKind.Parenthesis ? modifiers with { Key = LiteralText.Of(_tokens, at + 2) }
                : modifiers;
        }

        return modifiers;
    }

    private static bool IsNamed(ReadOnlySpan<char> attribute, string name) =>
        attribute.SequenceEqual(name) || (attribute.Length == name.Length + Suffix.Length && attribute.StartsWith(name) && attribute.EndsWith(Suffix));

    /// <summary>What is said before a declaration.</summary>
    private readonly record struct Modifiers(bool IsConstant, bool IsReadOnly, bool IsStatic, bool IsPublic, bool IsRequired, string? Key);
}
