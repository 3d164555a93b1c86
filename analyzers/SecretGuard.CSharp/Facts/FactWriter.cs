using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CSharp.Constants;
using SecretGuard.CSharp.Places;
using SecretGuard.CSharp.Sinks;
using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Facts;

/// <summary>Writes down what the compiler knows of the constants in one file.</summary>
internal sealed class FactWriter(SemanticModel model, SyntaxNode root, string code, SinkTable sinks, FactSheet sheet, List<StatedLiteral> stated)
{
    private static readonly string[] Arcs = ["2a8648", "2b06", "2b0e", "2b81", "5504", "551d", "6086"];

    private readonly ConstantReader _constants = new(model);
    private readonly PlaceReader _reader = new(model, sinks);
    private readonly HashSet<(SyntaxNode Value, TextSpan Of)> _told = []; // a value by itself, or a use of what stands elsewhere
    private readonly List<(string Name, string Text, TextSpan Literal)> _documents = [];
    private readonly Uses _uses = new(root, code);

    /// <summary>Constants that are documents of another language: by which name and in which literal.</summary>
    public IReadOnlyList<(string Name, string Text, TextSpan Literal)> Documents => _documents;

    /// <summary>Writes about every constant that may be a secret.</summary>
    public void Write(CancellationToken cancellation)
    {
        foreach (ExpressionSyntax seed in Seeds.In(root, code, sinks))
        {
            cancellation.ThrowIfCancellationRequested();
            if (model.GetOperation(seed, cancellation) is { } operation)
            {
                IOperation whole = Outermost(operation);
                Write(whole, Literals.Within(whole.Syntax, seed));
            }
        }
    }

    /// <summary>The largest expression around this one that has a constant text.</summary>
    private IOperation Outermost(IOperation operation)
    {
        IOperation best = operation;
        for (IOperation? outer = operation.Parent; outer is not null and not IArgumentOperation { Parent: IObjectCreationOperation { Type: { SpecialType: SpecialType.None, Name: not "StringBuilder" } } }; outer = outer.Parent)
        {
            if (outer is IArgumentOperation or IArrayInitializerOperation or IInterpolationOperation || outer.Parent is IArgumentOperation { Parameter.IsParams: true } || (outer is IArrayCreationOperation or IConversionOperation or IInvocationOperation { TargetMethod.Name: "GetBytes" } && _constants.Read(outer) is null))
            {
                continue; // these only lead on
            }

            if (outer is not (IConversionOperation or IParenthesizedOperation or IBinaryOperation or IInterpolatedStringOperation or IInvocationOperation or IObjectCreationOperation or IArrayCreationOperation or IUtf8StringOperation)
                || _constants.Read(outer) is null)
            {
                break;
            }

            best = outer;
        }

        return best;
    }

    private void Write(IOperation value, TextSpan literal)
    {
        if (!_told.Add((value.Syntax, default)) || _constants.Read(value) is not { } text)
        {
            return;
        }

        _reader.Read(value);
        Place[] places = [.. _reader.Places];
        ISymbol[] holders = [.. _reader.Holders];
        IOperation? call = _reader.Call;
        if (text.Length > 0)
        {
            Write(places, call, value, text, literal);
        }

        Follow(holders, value, 0, LongestOf(PiecesOf(value, text, literal)));
    }

    private (string Text, TextSpan Literal)[] PiecesOf(IOperation value, string text, TextSpan literal) =>
        _constants.PiecesOf(value) is { } parts ? [.. parts.Select(part => (part.Text, Literals.Within(part.Syntax, part.Syntax)))] : [(text, literal)];

    private static TextSpan LongestOf((string Text, TextSpan Literal)[] pieces) => pieces.OrderByDescending(piece => piece.Text.Length).First().Literal;

    /// <summary>The first bytes of what DER calls things by, in hex: of members of ISO and ITU, of directories, of companies, of states.</summary>
    private static bool IsObjectIdentifier(string hex) =>
        hex.Length is > 4 and < 32 && Array.Exists(Arcs, arc => hex.StartsWith(arc, StringComparison.OrdinalIgnoreCase));

    private void Write(Place[] places, IOperation? call, IOperation value, string text, TextSpan literal)
    {
        if (IsBytes(value.Type) && IsObjectIdentifier(text))
        {
            return;
        }

        (string Text, TextSpan Literal)[] pieces = PiecesOf(value, text, literal);
        literal = LongestOf(pieces);
        WriteWhole(call, value, text, pieces);
        bool bytes = IsBytes(value.Type) && text.Length is 32 or 48 or 64 or 96 or 128;
        bool encoded = value is IInvocationOperation { TargetMethod.Name: "GetBytes" }; // nobody makes bytes of a label
        (string Name, string Value)? user = call is null ? null : UserBeside(call, value);
        foreach (Place place in places.Where(place => place.Kind != PlaceKind.Stated || user is null || !TypedLiteral.IsPublicUser(user.Value.Value)))
        {
            if (place.Kind is PlaceKind.Named or PlaceKind.Keyed && (bytes ? NameJudge.EndsInKey(Encoding.UTF8.GetBytes(place.Name)) : encoded && NameJudge.Judge(Encoding.UTF8.GetBytes(place.Name)) == NameKind.CryptoKey))
            {
                stated.Add(new StatedLiteral(text, NameKind.CryptoKey, place.Name, literal));
            }

            if (place.Kind == PlaceKind.Stated)
            {
                stated.Add(new StatedLiteral(text, place.Stated, place.Name, literal));
                continue;
            }

            if (place.Kind == PlaceKind.Tested && text.All(char.IsLetter))
            {
                continue;
            }

            sheet.Begin();
            if (place.Kind == PlaceKind.Named && user is { } login)
            {
                sheet.Add(new Place(PlaceKind.Named, login.Name), login.Value, default);
            }

            sheet.Add(place, pieces, place.Kind == PlaceKind.Compared ? Comparisons.Beside(value.Syntax) : null);
        }
    }

    /// <summary>What the value is by itself, whatever it is called.</summary>
    private void WriteWhole(IOperation? call, IOperation value, string text, (string Text, TextSpan Literal)[] pieces)
    {
        TextSpan literal = LongestOf(pieces);
        sheet.Begin();
        if (value.Syntax is not LiteralExpressionSyntax)
        {
            sheet.Add(new Place(PlaceKind.Named, FactSheet.Whole), pieces); // folded: what no literal alone tells
        }

        if (CommandLines.Before(value.Syntax) is { } words)
        {
            sheet.Begin();
            sheet.AddCommand(words, text, literal);
        }

        if (value is IInvocationOperation { TargetMethod.Name: "GetString", Arguments.Length: 1 } read && read.Arguments[0].Value is IInvocationOperation { TargetMethod: { Name: "FromBase64String" or "FromHexString", ContainingType.Name: "Convert" } })
        {
            sheet.Begin();
            sheet.Add(new Place(PlaceKind.Named, "hiddenSecret"), text, literal); // nobody encodes what may be seen
        }

        if (call is IObjectCreationOperation { Type.Name: "AuthenticationHeaderValue", Arguments: { Length: 2 } header } && _constants.Read(header[0]) is { } scheme && scheme != text)
        {
            sheet.Begin();
            sheet.Add(new Place(PlaceKind.Named, "Authorization"), scheme + " " + text, literal);
        }

        if (Cookies.HeaderOf(call, value, text, _constants) is { } cookie)
        {
            sheet.Begin();
            sheet.Add(new Place(PlaceKind.Named, FactSheet.Whole), cookie, literal);
        }

        if (ProtocolLines.PasswordIn(text) is { } password)
        {
            sheet.Begin();
            sheet.Add(new Place(PlaceKind.Named, "password"), password, literal);
        }

        if (EmbeddedMarkup.Is(text))
        {
            _documents.Add((EmbeddedMarkup.Name, text, literal));
        }
    }

    private static bool IsBytes(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => true,
        INamedTypeSymbol { TypeArguments.Length: 1 } generic => generic.TypeArguments[0].SpecialType == SpecialType.System_Byte,
        _ => false,
    };

    /// <summary>The constant in the argument before this one.</summary>
    private (string Name, string Value)? UserBeside(IOperation call, IOperation value)
    {
        IArgumentOperation? before = null;
        foreach (IArgumentOperation argument in PlaceReader.ArgumentsOf(call))
        {
            if (argument.Syntax.Span.Contains(value.Syntax.Span))
            {
                return before?.Parameter is { } parameter && _constants.Read(before.Value) is { Length: > 0 and < 200 } user ? (parameter.Name, user) : null;
            }

            before = argument;
        }

        return null;
    }

    /// <summary>What is done with a variable is done with its value.</summary>
    private void Follow(ISymbol[] holders, IOperation value, int hops, TextSpan literal)
    {
        int element = value.Parent is IArrayInitializerOperation array ? array.ElementValues.IndexOf(value) : -1;
        foreach (ISymbol holder in holders)
        {
            foreach (IdentifierNameSyntax use in _uses.Of(holder))
            {
                if (use.Span.OverlapsWith(value.Syntax.Span) || model.GetOperation(use.Parent is MemberAccessExpressionSyntax member && member.Name == use ? member : use) is not { } used || !SymbolEqualityComparer.Default.Equals(SymbolOf(used), holder))
                {
                    continue;
                }

                if (element >= 0)
                {
                    if (used.Parent is IArrayElementReferenceOperation { Indices.Length: 1 } entry && entry.Indices[0].ConstantValue is { HasValue: true, Value: int at } && at == element && _constants.Read(value) is { } text)
                    {
                        _reader.Read(used.Parent);
                        Write([.. _reader.Places], _reader.Call, value, text, literal);
                    }
                    else if (Outermost(used) is { } joined && joined != used)
                    {
                        WriteUse(joined, value, hops, literal);
                    }

                    continue;
                }

                WriteUse(IsSomeRow(used.Parent, used) ? used.Parent! : Outermost(used), value, hops, literal);
            }
        }
    }

    private void WriteUse(IOperation used, IOperation value, int hops, TextSpan literal)
    {
        string? own = _constants.Read(used);
        string? part = _constants.Read(value);
        if ((own ?? (HandsOn(used) ? part : null)) is not { Length: > 0 } text)
        {
            return;
        }

        string plain = part is { Length: > 0 } && text.IndexOf(part, StringComparison.Ordinal) < 0 ? PrintableText.Decode(text.Substring(text.LastIndexOf(' ') + 1), hex: false) ?? text : text;
        if ((own is not null && part is not null && plain.StartsWith(part + ":", StringComparison.Ordinal)) || !_told.Add((used.Syntax, own is null ? literal : default)))
        {
            return; // who signs in, or told already
        }

        _reader.Read(used);
        ISymbol[] holders = [.. _reader.Holders];
        sheet.Part = used.Syntax is IdentifierNameSyntax or MemberAccessExpressionSyntax || plain != text ? null : part;
        Write([.. _reader.Places], _reader.Call, used, text, literal);
        sheet.Part = null;
        if (hops == 0)
        {
            Follow(holders, used, hops + 1, literal);
        }
    }

    /// <summary>Whether a row of the collection is read that only the run decides: <c>byRegion[region]</c>.</summary>
    private static bool IsSomeRow(IOperation? read, IOperation collection) =>
        read is IPropertyReferenceOperation { Arguments: { Length: 1 } index } row && row.Instance == collection && collection.Type?.SpecialType != SpecialType.System_String && !index[0].Value.ConstantValue.HasValue;

    /// <summary>Whether this is what holds the value, and not a text that begins with it.</summary>
    private static bool HandsOn(IOperation used) =>
        used is IFieldReferenceOperation or IPropertyReferenceOperation or IInvocationOperation || (used is ILocalReferenceOperation { Syntax: IdentifierNameSyntax name } && Accumulation.Before(name) is null);

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IMemberReferenceOperation member => member.Member,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };
}
