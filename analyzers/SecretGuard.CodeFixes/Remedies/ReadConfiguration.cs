using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Edits;
using SecretGuard.CodeFixes.Places;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Remedies;

/// <summary><c>configuration["Smtp:Password"] ?? throw …</c>, from the configuration at hand or one that the constructor takes.</summary>
internal class ReadConfiguration : Remedy
{
    private const string Space = "Microsoft.Extensions.Configuration";
    private const string TypeName = "IConfiguration";
    private const string Parameter = "configuration";

    public override string Key => "SecretGuard.ReadConfiguration";

    public override IEnumerable<Attempt> Attempts(SecretPlace place, SecretName name)
    {
        if (place.Readable is not { } expression || place.Model.Compilation.GetTypeByMetadataName(Space + "." + TypeName) is not { } type)
        {
            return [];
        }

        InitializedMember? member = InitializedMember.Of(place);
        TypeDeclarationSyntax? holder = expression.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        ParameterListSyntax? primary = holder is null ? null : ClassStyle.PrimaryParameters(holder);
        if (member is not null && (member.IsShared || primary is null))
        {
            return !member.CanMove ? []
                : primary is null ? InConstructor(place, name, type, member)
                : InPlace(place, name, PrimaryParameter(place, primary, type) is { } known ? [known] : [], member.OfInstances()).Concat(WithPrimaryParameter(place, name, holder!, primary, member.OfInstances()));
        }

        return InPlace(place, name, ReachableValues.Find(place.Model, expression, type).Take(3), ConstantDeclaration.Loosen(place))
            .Concat(holder is null ? [] : primary is not null ? WithPrimaryParameter(place, name, holder, primary, ConstantDeclaration.Loosen(place)) : WithParameter(place, name, type));
    }

    /// <summary>What is written above the statement or member that reads the key, or null.</summary>
    protected virtual string? Note(SecretName name) => null;

    /// <summary>What the editor shows.</summary>
    protected virtual string Title(SecretName name) => "Read \"" + name.ConfigurationKey + "\" from IConfiguration";

    /// <summary>Reads where the secret stands.</summary>
    private IEnumerable<Attempt> InPlace(SecretPlace place, SecretName name, IEnumerable<string> known, IEnumerable<TextChange> declaration)
    {
        return known.SelectMany(configuration =>
        {
            var types = new TypeNames(place.Model, place.Value!.Expression.SpanStart);
            return Make(place, name, [.. declaration, .. Read(place, name, configuration, types)], types, ConstantDeclaration.Contract(place));
        });
    }

    /// <summary>Reads in the constructor, for initialisers cannot see its parameters.</summary>
    private IEnumerable<Attempt> InConstructor(SecretPlace place, SecretName name, INamedTypeSymbol type, InitializedMember member)
    {
        if (ConstructorEdit.For(place, type, Parameter) is not { } constructor)
        {
            yield break;
        }

        var types = new TypeNames(place.Model, place.Value!.Expression.SpanStart);
        string value = Moved(place.Text, member.Initializer.Value.Span, Replacement.Of(place, Reading(place, name, constructor.Parameter, types), types));
        string[] statements = [.. Note(name) is { } note ? new[] { note } : [], constructor.Target(member.Name) + " = " + value + ";"];
        TextChange[] changes = [.. member.OfInstances(), member.WithoutInitializer(), .. constructor.Changes(types.Name(Space, TypeName), field: null, statements)];
        yield return new Attempt(Title(name), [.. changes, .. types.Usings(place.Root, place.Layout)], constructor.ChangesCallers ? constructor.Type : null);
    }

    /// <summary>Reads where the secret stands, from a parameter that the constructor takes and a field that keeps it.</summary>
    private IEnumerable<Attempt> WithParameter(SecretPlace place, SecretName name, INamedTypeSymbol type)
    {
        if (ConstructorEdit.For(place, type, Parameter) is not { } constructor)
        {
            return [];
        }

        var types = new TypeNames(place.Model, place.Value!.Expression.SpanStart);
        string typeName = types.Name(Space, TypeName);
        ISymbol? contract = constructor.ChangesCallers ? constructor.Type : null;
        TextChange[] local = [.. ConstantDeclaration.Loosen(place)];
        return constructor.Holds(place.Value.Expression) ? Make(place, name, [.. local, .. Read(place, name, constructor.Parameter, types), .. constructor.Changes(typeName, field: null, [])], types, contract)
            : constructor.Field() is { } field ? Make(place, name, [.. local, .. Read(place, name, field.Name, types), .. constructor.Changes(typeName, field.Name, [field.Statement])], types, contract)
            : [];
    }

    private IEnumerable<Attempt> WithPrimaryParameter(SecretPlace place, SecretName name, TypeDeclarationSyntax holder, ParameterListSyntax primary, IEnumerable<TextChange> declaration)
    {
        // A record would show it as a property, and a struct can be made without it.
        if (holder is not ClassDeclarationSyntax || place.Model.GetDeclaredSymbol(holder) is not { } symbol || ClassStyle.IsBound(holder) || ClassStyle.IsTestClass(holder))
        {
            return [];
        }

        var types = new TypeNames(place.Model, place.Value!.Expression.SpanStart);
        TextChange parameter = ParameterLists.Add(primary, types.Name(Space, TypeName) + " " + Parameter, place.Layout);
        return Make(place, name, [.. declaration, .. Read(place, name, Parameter, types), parameter], types, symbol);
    }

    private static string? PrimaryParameter(SecretPlace place, ParameterListSyntax primary, INamedTypeSymbol type) =>
        primary.Parameters.Select(parameter => place.Model.GetDeclaredSymbol(parameter)).FirstOrDefault(parameter => parameter is not null && ReachableValues.Is(parameter.Type, type))?.Name;

    private IEnumerable<Attempt> Make(SecretPlace place, SecretName name, IEnumerable<TextChange> changes, TypeNames types, ISymbol? contract)
    {
        TextChange? note = null;
        if (Note(name) is { } text)
        {
            note = Notes.Above(place, text);
            if (note is null)
            {
                return [];
            }
        }

        return [new Attempt(Title(name), [.. changes, .. note is { } above ? new[] { above } : [], .. types.Usings(place.Root, place.Layout)], contract)];
    }

    private static IEnumerable<TextChange> Read(SecretPlace place, SecretName name, string configuration, TypeNames types) => Replacement.Of(place, Reading(place, name, configuration, types), types);

    private static Reading Reading(SecretPlace place, SecretName name, string configuration, TypeNames types) =>
        Edits.Reading.OrThrow(configuration + "[" + Edits.Reading.Quote(name.ConfigurationKey) + "]", "Configure " + name.ConfigurationKey + Replacement.FormOf(place) + ".", types);

    private static string Moved(SourceText text, TextSpan span, IEnumerable<TextChange> changes) =>
        text.GetSubText(span).WithChanges(changes.Select(change => new TextChange(new TextSpan(change.Span.Start - span.Start, change.Span.Length), change.NewText ?? ""))).ToString();
}
