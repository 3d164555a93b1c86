using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Places;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>The one constructor of a class, there already or new, through which a value comes in.</summary>
internal sealed class ConstructorEdit
{
    private readonly SecretPlace _place;
    private readonly TypeDeclarationSyntax _type;
    private readonly ConstructorDeclarationSyntax? _constructor;
    private readonly bool _isKnown;

    private ConstructorEdit(SecretPlace place, TypeDeclarationSyntax type, INamedTypeSymbol symbol, ConstructorDeclarationSyntax? constructor, INamedTypeSymbol wanted, string name)
    {
        (_place, _type, _constructor, Type) = (place, type, constructor, symbol);
        string? known = constructor?.ParameterList.Parameters.Select(parameter => place.Model.GetDeclaredSymbol(parameter)).FirstOrDefault(parameter => parameter is not null && ReachableValues.Is(parameter.Type, wanted))?.Name;
        (Parameter, _isKnown) = (known ?? name, known is not null);
    }

    /// <summary>The class.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>What the parameter is called.</summary>
    public string Parameter { get; }

    /// <summary>Whether callers must hand over something new.</summary>
    public bool ChangesCallers => !_isKnown;

    /// <summary>Whether the place stands in this constructor, where the parameter itself is at hand.</summary>
    public bool Holds(SyntaxNode place) => _constructor is not null && _constructor.Span.Contains(place.Span);

    /// <summary>The constructor for a place in a class, or null where there is none to change: static and bound classes, tests, primary constructors, several constructors.</summary>
    public static ConstructorEdit? For(SecretPlace place, INamedTypeSymbol wanted, string parameter)
    {
        if (place.Value!.Expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || !type.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken) || ClassStyle.PrimaryParameters(type) is not null
            || ClassStyle.IsBound(type) || ClassStyle.IsTestClass(type) || place.Model.GetDeclaredSymbol(type) is not { TypeKind: TypeKind.Class, IsStatic: false } symbol)
        {
            return null;
        }

        IMethodSymbol[] constructors = [.. symbol.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared)];
        ConstructorDeclarationSyntax? declared = constructors.Length == 1 ? constructors[0].DeclaringSyntaxReferences[0].GetSyntax() as ConstructorDeclarationSyntax : null;
        return constructors.Length == 0 || declared?.Parent == type ? new ConstructorEdit(place, type, symbol, declared, wanted, parameter) : null;
    }

    /// <summary>A field that keeps the parameter: its name, and how the constructor sets it; null where the name is taken.</summary>
    public (string Name, string Statement)? Field()
    {
        string name = ClassStyle.FieldName(_type, Parameter);
        return Type.GetMembers(name).IsEmpty ? (name, Target(name) + " = " + Parameter + ";") : null;
    }

    /// <summary>How the constructor names a member, which a parameter may hide.</summary>
    public string Target(string member) => member == Parameter || (_constructor?.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == member) ?? false) ? "this." + member : member;

    /// <summary>The changes: the parameter, a field if one is given, and statements at the beginning of the body.</summary>
    public IEnumerable<TextChange> Changes(string typeName, string? field, IReadOnlyList<string> statements)
    {
        string indent = _type.Members.Select(member => _place.Layout.IsFirstOnLine(member.SpanStart) ? _place.Layout.IndentAt(member.SpanStart) : null).FirstOrDefault(known => known is not null)
            ?? _place.Layout.IndentAt(_type.SpanStart) + _place.Layout.Step;
        bool isFirst = field is not null; // what keeps the parameter comes before all that may use it
        string? declaration = field is null ? null : "private readonly " + typeName + " " + field + ";";
        if (_constructor is null)
        {
            return [NewMembers(declaration, [.. Constructor(typeName, statements)], indent)];
        }

        return
        [
            .. _isKnown ? [] : new[] { ParameterLists.Add(_constructor.ParameterList, typeName + " " + Parameter, _place.Layout) },
            .. declaration is null ? [] : new[] { NewMembers(declaration, [], indent) },
            .. statements.Count == 0 ? [] : new[] { ConstructorBodies.Add(_constructor, isFirst ? null : Parameter, statements, _place.Layout) },
        ];
    }

    private IEnumerable<string> Constructor(string typeName, IEnumerable<string> statements) =>
    [
        (Type.IsAbstract ? "protected " : "public ") + Type.Name + "(" + typeName + " " + Parameter + ")",
        "{",
        .. statements.Select(statement => _place.Layout.Step + statement),
        "}",
    ];

    /// <summary>A field and a constructor, behind the fields that the class begins with.</summary>
    private TextChange NewMembers(string? field, IReadOnlyList<string> constructor, string indent)
    {
        string line = _place.Layout.LineBreak;
        string body = string.Concat(constructor.Select(text => line + indent + text));
        if (ClassStyle.LastLeadingField(_type) is { } last)
        {
            bool isInline = _place.Layout.AreOnOneLine(last.Span.End, last.GetLastToken().GetNextToken().SpanStart);
            int end = isInline ? last.Span.End : _place.Layout.LineEnd(last.Span.End);
            return new TextChange(new TextSpan(end, 0), (field is null ? "" : line + indent + field) + (body.Length == 0 ? "" : line + body));
        }

        return new TextChange(new TextSpan(_type.OpenBraceToken.Span.End, 0), (field is null ? "" : line + indent + field) + (body.Length == 0 ? "" : (field is null ? "" : line) + body) + line);
    }
}
