using SecretGuard.References.CSharp.Lexing;
using SecretGuard.References.CSharp.Names;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>Chains: a name, an expression in parentheses or a new object, and what is asked of it link by link.</summary>
internal sealed partial class CodeReader
{
    private static readonly string[] Holders = ["Task", "ValueTask", "Lazy", "IOptions", "IOptionsMonitor", "IOptionsSnapshot"];

    /// <summary>Follows a chain from its first token.</summary>
    /// <param name="start">That token.</param>
    /// <param name="scope">Where it stands.</param>
    /// <param name="isTold">Whether what it names is told.</param>
    /// <param name="depth">How many variables may still be followed.</param>
    /// <returns>What it is, and the token behind it.</returns>
    private (CodeValue Value, int End) ReadChain(int start, CodeScope scope, bool isTold, int depth)
    {
        int told = _mentions.Count; // what is told from here on may have a fallback behind the chain
        (CodeValue value, int at) = ReadHead(start, scope, isTold, depth);
        told = _tokens.Is(start, "new") ? _mentions.Count : told; // a request is made in any case
        bool isHeld = false;
        while (true)
        {
            if (_tokens[at] == TokenKind.Exclamation || IsConditional(at))
            {
                isHeld |= _tokens[at] == TokenKind.Question && told < _mentions.Count; // all that follows is asked of it if it is there
                at++;
                continue;
            }

            int before = _mentions.Count;
            if (_tokens[at] == TokenKind.Dot && _tokens[at + 1] == TokenKind.Name)
            {
                bool handsOn = _tokens.Is(at + 1, "Value") || _tokens.Is(at + 1, "Result");
                (value, at) = ReadLink(new Link(value, start, at, scope, isTold, depth), out bool isCall);
                told = isHeld || (handsOn && !isCall) ? told : before;
            }
            else if (_tokens[at] == TokenKind.Bracket)
            {
                value = ReadElement(new Link(value, start, at, scope, isTold, depth));
                at = _tokens.Behind(at);
                told = isHeld ? told : before;
            }
            else
            {
                break;
            }
        }

        for (int i = told; i < _mentions.Count; i++)
        {
            _mentions[i] = _mentions[i].IsOptional is null && _mentions[i].Options is null ? _mentions[i] with { IsOptional = Fallback.IsOptional(_tokens, start, at) } : _mentions[i];
        }

        return (value, at);
    }

    /// <summary>Whether a question is the one of <c>a?.b</c> or <c>a?[b]</c>.</summary>
    private bool IsConditional(int question) =>
        _tokens[question] == TokenKind.Question && (_tokens[question + 1] == TokenKind.Dot || (_tokens[question + 1] == TokenKind.Bracket && _tokens.IsJoined(question)));

    private (CodeValue, int) ReadHead(int start, CodeScope scope, bool isTold, int depth)
    {
        if (_tokens[start] == TokenKind.Parenthesis)
        {
            return (ReadValue(start + 1, scope, depth), _tokens.Behind(start));
        }

        if (_tokens.Is(start, "new"))
        {
            return ReadNew(start, scope, isTold);
        }

        ReadOnlySpan<char> name = _tokens.Written(start);
        if (name is "typeof" or "nameof" or "sizeof" or "default" or "checked" or "unchecked" && _tokens[start + 1] == TokenKind.Parenthesis)
        {
            return (CodeValue.Unknown, _tokens.Behind(start + 1));
        }

        if (IsCall(start, out _))
        {
            return ReadLink(new Link(CodeValue.Unknown, start, start - 1, scope, isTold, depth), out _);
        }

        return (name is "this" or "base" ? new CodeValue("this") : Find(scope, name) is { } declared ? ValueOf(declared, depth) : new CodeValue(name.ToString()) { IsUndeclared = true }, start + 1);
    }

    /// <summary>A new object, up to the end of what fills it.</summary>
    private (CodeValue, int) ReadNew(int start, CodeScope scope, bool isTold)
    {
        TypeName? type = ReadMade(start, out int at);
        NameText? address = null;
        if (_tokens[at] == TokenKind.Parenthesis)
        {
            address = ArgumentList.Read(_tokens, at) is [var first, ..] ? UriOf(first, scope) : null;
            at = _tokens.Behind(at);
        }

        if (_tokens[at] == TokenKind.Brace)
        {
            if (isTold && type is not null)
            {
                ReadRequest(type, at, scope);
            }

            at = _tokens.Behind(at);
        }

        return (new CodeValue("") { Type = type, Address = address }, Math.Max(at, start + 1));
    }

    /// <summary>The type of a new object; null where the place that takes it says that.</summary>
    private TypeName? ReadMade(int start, out int next)
    {
        next = start + 1;
        return _tokens[next] == TokenKind.Parenthesis ? null : TypeName.Read(_tokens, start + 1, out next);
    }

    private (CodeValue, int) ReadLink(Link link, out bool isCall)
    {
        int name = link.At + 1;
        isCall = IsCall(name, out int parenthesis);
        if (!isCall)
        {
            return (ReadMember(link, name), name + 1);
        }

        IReadOnlyList<TypeName> types = parenthesis == name + 1 ? [] : TypeName.ReadArguments(_tokens, name + 1, out _) ?? [];
        return (ReadCall(link, new Call(_tokens.Written(name).ToString(), types, parenthesis)), _tokens.Behind(parenthesis));
    }

    private bool IsCall(int name, out int parenthesis)
    {
        parenthesis = name + 1;
        return _tokens[parenthesis] == TokenKind.Parenthesis || (TypeName.ReadArguments(_tokens, name + 1, out parenthesis) is not null && _tokens[parenthesis] == TokenKind.Parenthesis);
    }

    private CodeValue ReadMember(Link link, int name)
    {
        ReadOnlySpan<char> member = _tokens.Written(name);
        CodeValue value = link.Value;
        if (value is { Name: "this", Type: null })
        {
            return FindMember(link.Scope, member) is { } declared ? ValueOf(declared, link.Depth) : new CodeValue(member.ToString()) { IsUndeclared = true };
        }

        if (member is "Value" && link.IsTold && Receivers.IsSection(value) && _tokens[link.At - 1] == TokenKind.ParenthesisEnd)
        {
            TellSection(link, name + 1);
        }

        TypeName? own = PropertyOf(value.Type, member.ToString());
        return member switch
        {
            _ when own is not null => new CodeValue(member.ToString()) { Type = own },
            "AppSettings" when IsManager(value) => CodeValue.Of("NameValueCollection", "AppSettings"),
            "ConnectionStrings" when IsManager(value) => CodeValue.Of("ConnectionStringSettingsCollection", "ConnectionStrings"),
            Receivers.Configuration when !value.IsUndeclared => CodeValue.Of(ConfigurationOf(value), Receivers.Configuration) with { Owner = value.Type },
            "V2" when value.Name == "KeyValue" => CodeValue.Of("IKeyValueSecretsEngineV2"),
            "V1" when value.Name == "KeyValue" => CodeValue.Of("IKeyValueSecretsEngineV1"),
            "Database" when value.Name == "Secrets" => CodeValue.Of("IDatabaseSecretsEngine"),
            "Value" or "Result" or "CurrentValue" when value.Type is { Arguments: [var held] } holder && Holders.Contains(holder.Name, StringComparer.Ordinal) => new CodeValue("") { Type = held },
            _ => new CodeValue(member.ToString()) { IsUndeclared = value.IsUndeclared },
        };
    }

    /// <summary>The type of the configuration that something has: sources can be added to that of a builder.</summary>
    private static string ConfigurationOf(CodeValue value) => value.Type?.Name is "WebApplicationBuilder" or "HostApplicationBuilder" ? "ConfigurationManager"
        : (value.Type?.Name ?? value.Name).EndsWith("builder", StringComparison.OrdinalIgnoreCase) ? "IConfigurationManager"
        : "IConfiguration";

    private static bool IsManager(CodeValue value) => value is { IsUndeclared: true, Name: "ConfigurationManager" or "WebConfigurationManager" };

    /// <summary>The type of a property, where this file declares it.</summary>
    private TypeName? PropertyOf(TypeName? type, string property) =>
        type is null ? null : _types[type.Name].Take(Deepest).SelectMany(declared => declared.Properties).FirstOrDefault(declared => declared.Name == property)?.Type;

    /// <summary>A link of a chain.</summary>
    /// <param name="Value">What stands before it.</param>
    /// <param name="Start">The first token of the chain.</param>
    /// <param name="At">The sign that the link begins with.</param>
    /// <param name="Scope">Where the chain stands.</param>
    /// <param name="IsTold">Whether what it names is told.</param>
    /// <param name="Depth">How many variables may still be followed.</param>
    private readonly record struct Link(CodeValue Value, int Start, int At, CodeScope Scope, bool IsTold, int Depth);

    /// <summary>A call.</summary>
    /// <param name="Name">What is called.</param>
    /// <param name="Types">The types between angle brackets.</param>
    /// <param name="Parenthesis">Where its arguments begin.</param>
    private readonly record struct Call(string Name, IReadOnlyList<TypeName> Types, int Parenthesis);
}
