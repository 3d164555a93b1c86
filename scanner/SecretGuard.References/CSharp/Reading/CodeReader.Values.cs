using SecretGuard.References.CSharp.Lexing;
using SecretGuard.References.CSharp.Names;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>Values: what a chain, a literal or a variable is.</summary>
internal sealed partial class CodeReader
{
    private readonly Dictionary<Declaration, CodeValue> _values = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, IReadOnlyList<TypeName>> _inferred = []; // types of parameters, by the arrow of their function

    /// <summary>What stands at a token as a value: a chain, awaited or converted, or a literal.</summary>
    private CodeValue ReadValue(int start, CodeScope scope, int depth)
    {
        start += _tokens.Is(start, "await") ? 1 : 0;
        if (depth == 0)
        {
            return CodeValue.Unknown;
        }

        switch (_tokens[start])
        {
            case TokenKind.Text or TokenKind.Verbatim or TokenKind.Raw or TokenKind.Interpolated:
                return CodeValue.Of("String");
            case TokenKind.Number or TokenKind.Character:
                return CodeValue.Of("Int32");
            case TokenKind.Parenthesis when TypeName.Read(_tokens, start + 1, out int end) is { } type && end == _tokens.EndOfGroup(start) && _tokens[end + 1] is TokenKind.Name or TokenKind.Parenthesis:
                return ReadValue(end + 1, scope, depth - 1) with { Type = type };
            case TokenKind.Name or TokenKind.Parenthesis:
                (CodeValue value, int behind) = ReadChain(start, scope, isTold: false, depth - 1);
                value = _tokens.Is(behind, "as") && TypeName.Read(_tokens, behind + 1, out _) is { } asked ? value with { Type = asked } : value;
                return value.Type is { Name: "Task" or "ValueTask", Arguments: [var held] } ? value with { Type = held } : value;
            default:
                return CodeValue.Unknown;
        }
    }

    /// <summary>What a name is declared as.</summary>
    private CodeValue ValueOf(Declaration declared, int depth)
    {
        if (_values.TryGetValue(declared, out CodeValue? known))
        {
            return known;
        }

        var value = new CodeValue(declared.Name) { Type = declared.Type ?? InferredOf(declared) };
        _values[declared] = value; // what leads back to itself is what it is declared as
        if (declared.Value >= 0 && depth > 0)
        {
            value = With(value, declared, ReadValue(declared.Value, declared.Scope, depth - 1));
        }

        return _values[declared] = Receivers.IsSection(value) && value.Section.Count == 0 ? value with { Section = [NameText.Any] } : value;
    }

    /// <summary>The type of a parameter, where the call says it that the function is handed to.</summary>
    private TypeName? InferredOf(Declaration declared) =>
        declared.Kind == DeclarationKind.Parameter && _inferred.TryGetValue(declared.Scope.Start, out IReadOnlyList<TypeName>? types) && declared.Position < types.Count ? types[declared.Position] : null;

    /// <summary>A variable with what its first value says.</summary>
    private static CodeValue With(CodeValue value, Declaration declared, CodeValue first)
    {
        if (declared.IsElement)
        {
            return value with { Name = "", Type = value.Type ?? (first.Type is { Arguments.Count: > 0 } list ? list.Arguments[^1] : null) };
        }

        CodeValue held = value with { Type = value.Type ?? first.Type, Address = declared.KeepsItsValue ? first.Address : null };
        bool isNamed = held.Type is null && Receivers.IsConfiguration(first);
        return held with
        {
            Name = isNamed ? first.Name : held.Name,
            IsUndeclared = isNamed && first.IsUndeclared,
            Section = declared is { Kind: DeclarationKind.Local, KeepsItsValue: true } && Receivers.IsConfiguration(held) ? first.Section : [],
        };
    }

    /// <summary>The text of <c>new Uri("…")</c>, written there or in a variable; null where it is none.</summary>
    private NameText? UriOf(Argument argument, CodeScope scope, int depth = 2)
    {
        if (_tokens.Is(argument.Start, "new"))
        {
            int opening = ReadMade(argument.Start, out int next)?.Name is null or "Uri" ? next : -1;
            return _tokens[opening] == TokenKind.Parenthesis && ArgumentList.Read(_tokens, opening) is [var text, ..] ? TextOf(text, scope) : null;
        }

        return depth > 0 && argument.End == argument.Start + 1 && _tokens[argument.Start] == TokenKind.Name && Find(scope, _tokens.Written(argument.Start)) is { KeepsItsValue: true, Kind: DeclarationKind.Local } local
            ? UriOf(new Argument(null, local.Value, local.Value + 1), local.Scope, depth - 1)
            : null;
    }
}
