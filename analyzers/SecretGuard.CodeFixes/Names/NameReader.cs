using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretGuard.CodeFixes.Places;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Names;

/// <summary>Reads what a secret is called in code: the variable, member, parameter or key that it is bound to, and whose it is.</summary>
internal sealed class NameReader(SemanticModel model)
{
    /// <summary>Names that say nothing, and those of variables that every system sets itself.</summary>
    private static readonly HashSet<string> Idle = new(StringComparer.OrdinalIgnoreCase)
    {
        "value", "text", "str", "input", "content", "contents", "data", "args", "arg", "item", "objA", "objB", "str0", "str1", "format", "arguments", "fileName", "newValue", "defaultValue", "bytes", "array", "values", "chars", "result",
        "url", "uri", "requestUri", "parameter", "parts", "source", "buffer", "line", "row", "temp", "tmp", "path", "home", "user", "username", "shell", "host", "hostname", "os", "lang", "term", "editor", "display", "logname",
    };

    /// <summary>The name, with the rule's as the last resort.</summary>
    public SecretName Read(SecretPlace place)
    {
        SecretName rule = OfRule(place.Rule);
        SecretName? read = place.Value is { } value ? Read(value.Expression) : null;
        SecretName name = place.Value switch
        {
            // What a text is called says nothing about the secret in it, but whose it is.
            { Part: not null } => read is { IsNamedByKind: true, IsConnectionString: false } ? read : read is { IsNamedByKind: true, Section.Count: > 0 } ? rule.Within(read.Section) : rule,
            { Form: SecretForm.Text, Expression: var expression } when Constant(expression) is { } text && OneTexts.IsConnectionString(text) => (read ?? SecretName.Of(["connection", "string"])).AsConnectionString(),
            { Form: SecretForm.Text, Expression: var expression } when Constant(expression) is { } text && OneTexts.IsUrl(text) => read is { IsNamedByKind: true } ? read : new SecretName(read is null ? [] : [.. read.Section.Concat(read.Kind)], ["url"]),
            _ when read is null => rule,

            // private string wiki = …: the rule knows what it is. Where only a name told the rule, the name says it, in whatever language.
            _ => read.IsNamedByKind || !rule.IsNamedByKind || place.Rule.StartsWith("generic-", StringComparison.Ordinal) ? read : rule.Of(read),
        };

        // Code in which the name is the secret: the name would carry it on.
        return Carries(name, place.Written) ? rule : Specific(name, place);
    }

    private static bool Carries(SecretName name, string written)
    {
        string value = string.Concat(Words.Of(written));
        return value.Length > 0 && string.Concat(name.Section.Concat(name.Kind)).Contains(value);
    }

    private string? Constant(ExpressionSyntax expression) => model.GetConstantValue(expression) is { HasValue: true, Value: string text } ? text : null;

    private static SecretName OfRule(string rule)
    {
        string[] words = [.. Words.Of(rule).Where(word => word is not ("generic" or "connection" or "string" or "url" or "http" or "sql" or "command" or "line" or "legacy" or "header"))];
        return SecretName.Of(words.Length == 0 ? ["secret"] : words);
    }

    /// <summary>A key of what? Of the type that holds it.</summary>
    private static SecretName Specific(SecretName name, SecretPlace place) =>
        name is { Section.Count: 0, Kind: { Count: 1 } kind } && kind[0] is "key" or "value" or "secret" or "url" or "uri" && OwnerOf(place) is { Count: > 0 } owner ? name.Within(owner) : name;

    /// <summary>The words of the type around a place, or none.</summary>
    public static IReadOnlyList<string> OwnerOf(SecretPlace place) =>
        place.Value?.Expression.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } type && type.Identifier.ValueText is not ("Program" or "Startup") ? Words.Of(type.Identifier.ValueText) : [];

    private SecretName? Read(SyntaxNode node)
    {
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                    return Declared(variable.Identifier, variable.Parent?.Parent is FieldDeclarationSyntax ? variable : null);
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                    return Declared(property.Identifier, property);
                case EqualsValueClauseSyntax { Parent: ParameterSyntax parameter }:
                    return Named(parameter.Identifier.ValueText, []);
                case ArrowExpressionClauseSyntax or ReturnStatementSyntax:
                    return Returned(parent);
                case AssignmentExpressionSyntax assignment when assignment.Right == node:
                    return Target(assignment.Left, assignment);
                case ArgumentSyntax argument when !IsTransparent(argument):
                    return Argument(argument);
                case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } entry when entry.Expressions.Count > 1 && entry.Expressions[0] != node:
                    return Key(entry.Expressions[0]);
                case AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } name }:
                    return Named(name.Name.Identifier.ValueText, []);
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                    return Target(comparison.Left == node ? comparison.Right : comparison.Left, comparison);
                case StatementSyntax or MemberDeclarationSyntax:
                    return null;
                case ConditionalExpressionSyntax conditional when conditional.Condition == node:
                    return null;
                default:
                    node = parent;
                    break;
            }
        }

        return null;
    }

    private static SecretName? Declared(SyntaxToken identifier, SyntaxNode? member) =>
        Named(identifier.ValueText, member?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type ? Owners.OfRole(type.Identifier.ValueText) : []);

    private static SecretName? Returned(SyntaxNode parent)
    {
        foreach (SyntaxNode node in parent.Ancestors())
        {
            switch (node)
            {
                case PropertyDeclarationSyntax property:
                    return Declared(property.Identifier, property);
                case MethodDeclarationSyntax method:
                    return Named(WithoutVerb(method.Identifier.ValueText), []);
                case LocalFunctionStatementSyntax function:
                    return Named(WithoutVerb(function.Identifier.ValueText), []);
                case AnonymousFunctionExpressionSyntax or BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    private SecretName? Target(ExpressionSyntax target, SyntaxNode assignment)
    {
        switch (target)
        {
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys }:
                return Key(keys[0].Expression);
            case ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } keys }:
                return Key(keys[0].Expression);
            case MemberAccessExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax } member:
                return Named(member.Name.Identifier.ValueText, Owner(member.Expression));
            case MemberAccessExpressionSyntax member:
                return Named(member.Name.Identifier.ValueText, Holder(member));
            case IdentifierNameSyntax name when assignment.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation }:
                return Named(name.Identifier.ValueText, model.GetTypeInfo(creation).Type is { } type ? OwnerOfType(type.Name) : []);
            case IdentifierNameSyntax name:
                return Named(name.Identifier.ValueText, Holder(name));
            default:
                return null;
        }
    }

    private IReadOnlyList<string> Holder(ExpressionSyntax member) => model.GetSymbolInfo(member).Symbol is { Kind: SymbolKind.Field or SymbolKind.Property, ContainingType.Name: var holder } ? Owners.OfRole(holder) : [];

    /// <summary>Whose member it is: what the variable is called, else what its type is.</summary>
    private IReadOnlyList<string> Owner(ExpressionSyntax receiver)
    {
        string name = receiver is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : receiver.ToString();
        return Owners.OfThing(name) is { Count: > 0 } owner ? owner
            : model.GetTypeInfo(receiver).Type is { } type ? OwnerOfType(type.Name)
            : [];
    }

    private static IReadOnlyList<string> OwnerOfType(string type) => Owners.OfRole(type) is { Count: > 0 } owner ? owner : Owners.OfThing(type);

    private SecretName? Argument(ArgumentSyntax argument)
    {
        if (argument.Parent is TupleExpressionSyntax)
        {
            return argument.NameColon is { } element ? Named(element.Name.Identifier.ValueText, []) : null;
        }

        string parameter = Parameter(argument)?.Name ?? "";
        if (argument.Parent is BaseArgumentListSyntax { Arguments: var arguments } && arguments.IndexOf(argument) is > 0 and var at && (parameter.Length == 0 || Idle.Contains(parameter)) && Key(arguments[at - 1].Expression) is { } keyed)
        {
            return keyed;
        }

        IReadOnlyList<string> owner = argument.Parent?.Parent is BaseObjectCreationExpressionSyntax creation && model.GetTypeInfo(creation).Type is { } type ? Owners.OfRole(type.Name) : [];
        return Named(parameter, owner);
    }

    private IParameterSymbol? Parameter(ArgumentSyntax argument)
    {
        if (argument.Parent?.Parent is not { } call || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        int at = argument.Parent is ArgumentListSyntax list ? list.Arguments.IndexOf(argument) : -1;
        return argument.NameColon is { } name ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText)
            : at >= 0 && method.Parameters.Length > 0 ? method.Parameters[Math.Min(at, method.Parameters.Length - 1)]
            : null;
    }

    /// <summary>Calls that only change the form of a text.</summary>
    private static bool IsTransparent(ArgumentSyntax argument) => argument.Parent?.Parent switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes" or "FromBase64String" or "FromHexString" or "AsSpan" or "AsMemory" or "Concat" or "Parse" } } => true,
        ObjectCreationExpressionSyntax { Type: PredefinedTypeSyntax } => true,
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Uri" or "String" or "SymmetricSecurityKey" } } => true,
        _ => false,
    };

    private SecretName? Key(ExpressionSyntax key) =>
        Constant(key) is { Length: > 2 and < 100 } text && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':') && Words.Of(text).Count is > 0 and < 7
            ? SecretName.OfKey(text)
            : null;

    private static SecretName? Named(string name, IReadOnlyList<string> owner)
    {
        if (name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Length < 2 || Idle.Contains(name) || Words.Of(name) is not { Count: > 0 } words)
        {
            return null;
        }

        var read = SecretName.Of(words);
        if (read.Section.Count > 0 || owner.Count == 0)
        {
            return read;
        }

        // AzureKeyCredential(key): the kind is said once.
        string[] section = [.. owner.Where(word => !read.Kind.Contains(word, StringComparer.Ordinal))];
        return section.Length == 0 ? read : read.Within(section);
    }

    private static string WithoutVerb(string name)
    {
        string[] verbs = ["Get", "Load", "Read", "Fetch", "Create", "Make", "Build", "Resolve", "Provide"];
        string? verb = Array.Find(verbs, verb => name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && char.IsUpper(name[verb.Length]));
        return name.Substring(verb?.Length ?? 0);
    }
}
