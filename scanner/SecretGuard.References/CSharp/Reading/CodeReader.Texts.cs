using SecretGuard.References.CSharp.Lexing;
using SecretGuard.References.CSharp.Names;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>Texts: literals, sums and strings with holes, and the constants in them.</summary>
internal sealed partial class CodeReader
{
    private const int MostNested = 24;
    private const int MostParts = 100;
    private const int LongestValue = 2 * MostParts; // tokens of a sum

    private readonly Dictionary<int, NameText> _held = []; // by the first token of what is held

    private NameText TextOf(Argument argument, CodeScope scope) => TextOf(argument.Start, argument.End, scope, MostNested);

    /// <summary>What an expression says as a text.</summary>
    /// <param name="start">Its first token.</param>
    /// <param name="end">Behind its last.</param>
    /// <param name="scope">Where it stands.</param>
    /// <param name="depth">How much of it may stand within another.</param>
    private NameText TextOf(int start, int end, CodeScope scope, int depth)
    {
        var parts = new List<NameText>();
        for (int at = start; depth > 0 && at < end && parts.Count < MostParts; at++)
        {
            (NameText part, at) = ReadOperand(at, end, scope, depth);
            parts.Add(part);
            if (at == end)
            {
                return parts is [var only] ? only : new JoinedText(parts);
            }

            if (_tokens[at] != TokenKind.Plus)
            {
                break;
            }
        }

        return NameText.Any;
    }

    private (NameText, int) ReadOperand(int start, int end, CodeScope scope, int depth)
    {
        switch (_tokens[start])
        {
            case TokenKind.Text or TokenKind.Verbatim or TokenKind.Raw or TokenKind.Character:
                return WithLinks(LiteralText.Of(_tokens, start) is { } text ? new KnownText(text) : NameText.Any, start + 1);
            case TokenKind.Interpolated:
                return WithLinks(ReadInterpolated(start, scope, depth), _tokens.Behind(start));
            case TokenKind.Parenthesis when TypeName.Read(_tokens, start + 1, out int last) is not null && last == _tokens.EndOfGroup(start) && last + 1 < end && _tokens[last + 1] is TokenKind.Name or TokenKind.Text or TokenKind.Parenthesis:
                return depth > 1 ? ReadOperand(last + 1, end, scope, depth - 1) : (NameText.Any, start);
            case TokenKind.Parenthesis:
                return WithLinks(TextOf(start + 1, _tokens.EndOfGroup(start), scope, depth - 1), _tokens.Behind(start));
            case TokenKind.Name when _tokens.Is(start, "nameof") && _tokens[start + 1] == TokenKind.Parenthesis:
                int name = Math.Min(_tokens.EndOfGroup(start + 1), _tokens.Count) - 1;
                return WithLinks(_tokens[name] == TokenKind.Name ? new KnownText(_tokens.Written(name).ToString()) : NameText.Any, _tokens.Behind(start + 1));
            case TokenKind.Name when !CSharpWords.IsReserved(_tokens.Written(start)) || _tokens.Is(start, "this"):
                return ReadNamed(start, scope, depth);
            default:
                return (NameText.Any, start);
        }
    }

    /// <summary>A text, or what calls make of it that write it in other letters; what others make of it is not known.</summary>
    private (NameText, int) WithLinks(NameText text, int end)
    {
        while (IsCasing(end, out bool? isUpper))
        {
            (text, end) = (isUpper is { } upper ? new CasedText(text, upper) : text, end + 4);
        }

        return GoesOn(end) ? (NameText.Any, BehindLinks(end)) : (text, end);
    }

    /// <summary>Behind the links of a chain, whatever they ask for.</summary>
    private int BehindLinks(int at)
    {
        while (true)
        {
            if (_tokens[at] == TokenKind.Dot && _tokens[at + 1] == TokenKind.Name)
            {
                at = IsCall(at + 1, out int parenthesis) ? _tokens.Behind(parenthesis) : at + 2;
            }
            else if (_tokens[at] is TokenKind.Bracket or TokenKind.Parenthesis)
            {
                at = _tokens.Behind(at);
            }
            else if (_tokens[at] == TokenKind.Exclamation || IsConditional(at))
            {
                at++;
            }
            else
            {
                return at;
            }
        }
    }

    /// <summary>Whether <c>.ToUpper()</c> or its like follows.</summary>
    private bool IsCasing(int dot, out bool? isUpper)
    {
        ReadOnlySpan<char> method = _tokens[dot] == TokenKind.Dot && _tokens[dot + 2] == TokenKind.Parenthesis && _tokens[dot + 3] == TokenKind.ParenthesisEnd ? _tokens.Written(dot + 1) : default;
        isUpper = method is "ToUpper" or "ToUpperInvariant" ? true : method is "ToLower" or "ToLowerInvariant" ? false : null;
        return isUpper is not null || method is "ToString";
    }

    private NameText ReadInterpolated(int start, CodeScope scope, int depth)
    {
        var parts = new List<NameText>();
        int end = Math.Min(_tokens.EndOfGroup(start), _tokens.Count);
        for (int at = start + 1; at < end; at = _tokens.Behind(at))
        {
            if (parts.Count == MostParts)
            {
                return NameText.Any;
            }

            parts.Add(_tokens[at] != TokenKind.Part ? TextOfHole(at, scope, depth) : LiteralText.OfPart(_tokens, at, start) is { } text ? new KnownText(text) : NameText.Any);
        }

        return parts is [var only] ? only : new JoinedText(parts);
    }

    /// <summary>What is put into a hole, without how wide it is written.</summary>
    private NameText TextOfHole(int hole, CodeScope scope, int depth)
    {
        if (_tokens[hole] != TokenKind.Hole)
        {
            return NameText.Any;
        }

        int end = Math.Min(_tokens.EndOfGroup(hole), _tokens.Count), at = hole + 1;
        while (at < end && _tokens[at] != TokenKind.Comma)
        {
            at = _tokens.Behind(at);
        }

        return TextOf(hole + 1, Math.Min(at, end), scope, depth - 1);
    }

    /// <summary>A name with points, and what it holds; a longer chain says nothing.</summary>
    private (NameText, int) ReadNamed(int start, CodeScope scope, int depth)
    {
        int last = start;
        while (_tokens[last + 1] == TokenKind.Dot && _tokens[last + 2] == TokenKind.Name && !IsCasing(last + 1, out _))
        {
            last += 2;
        }

        bool isMember = _tokens.Is(start, "this") && last == start + 2;
        Declaration? declared = isMember ? FindMember(scope, _tokens.Written(last)) : Find(scope, _tokens.Written(start));
        bool isVariable = declared is not null && (isMember || last == start);
        if ((GoesOn(last + 1) && !IsCasing(last + 1, out _)) || IsCall(last, out _) || (!isVariable && declared is { Kind: DeclarationKind.Local or DeclarationKind.Parameter }))
        {
            return (NameText.Any, BehindLinks(last + 1));
        }

        NameText text = isVariable ? declared!.KeepsItsValue ? new HeldText(HeldBy(declared, depth - 1)) : NameText.Any : new ConstantName(NameOf(start, last), scope.Container);
        return WithLinks(text, last + 1);
    }

    /// <summary>A name with points, without the alias of the whole.</summary>
    private string NameOf(int first, int last)
    {
        first += _tokens.Is(first, "global") && last > first ? 2 : 0;
        return string.Join('.', Enumerable.Range(0, ((last - first) / 2) + 1).Select(i => _tokens.Written(first + (2 * i)).ToString()));
    }

    /// <summary>What a declaration holds.</summary>
    private NameText HeldBy(Declaration declared, int depth)
    {
        if (!_held.TryGetValue(declared.Value, out NameText? text))
        {
            _held[declared.Value] = NameText.Any; // what leads back to itself is not known
            int end = declared.Value, last = end + LongestValue;
            while (end < Math.Min(last, _tokens.Count) && _tokens[end] is not (TokenKind.Semicolon or TokenKind.Comma or TokenKind.BraceEnd or TokenKind.ParenthesisEnd))
            {
                end = _tokens.Behind(end);
            }

            _held[declared.Value] = text = TextOf(declared.Value, end, declared.Scope, depth);
        }

        return text;
    }
}
