using SecretGuard.Inventories;
using SecretGuard.Inventories.Code;
using SecretGuard.References.CSharp.Lexing;
using SecretGuard.References.CSharp.Names;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>Keys in brackets, values of sections, requests that are filled in, attributes.</summary>
internal sealed partial class CodeReader
{
    private const string Suffix = "Attribute";

    private static readonly string[] OwnIndexers = ["ConfigurationManager", "ConfigurationRoot", "ConfigurationSection", "NameValueCollection", "ConnectionStringSettingsCollection"];

    /// <summary>A key of a configuration, or an element of anything else.</summary>
    private CodeValue ReadElement(Link link)
    {
        CodeValue value = link.Value;
        bool isList = value is { Name: "AppSettings" or "ConnectionStrings", Type.Name: "NameValueCollection" or "ConnectionStringSettingsCollection" };
        if (!Receivers.IsConfiguration(value) && !isList)
        {
            return value.Type is { Arguments.Count: > 0 } type ? new CodeValue(value.Name) { Type = type.Arguments[^1] } : new CodeValue(value.Type is null ? value.Name : "");
        }

        if (link.IsTold && ArgumentList.Read(_tokens, link.At) is [var key] && _tokens[_tokens.Behind(link.At)] != TokenKind.Assign)
        {
            IReadOnlyList<NameText> section = isList && value.Name == "ConnectionStrings" ? [new KnownText(value.Name)] : value.Section;
            string type = value.Type is { } own && OwnIndexers.Contains(own.Name, StringComparer.Ordinal) ? own.Name : "IConfiguration";
            _mentions.Add(new CodeMention(StoreTypes.Configuration, ReferenceKinds.Configuration, [.. section, TextOf(key, link.Scope)], type + "[]", PlaceOf(key.Start, key.End)) { Asked = value.Guessed, Owner = value.Owner, Container = link.Scope.Container });
        }

        return CodeValue.Of("String");
    }

    /// <summary><c>GetSection("…").Value</c>.</summary>
    private void TellSection(Link link, int end)
    {
        if (_tokens[end] != TokenKind.Assign)
        {
            _mentions.Add(new CodeMention(StoreTypes.Configuration, ReferenceKinds.Configuration, link.Value.Section, "IConfigurationSection.Value", PlaceOf(link.Start, end)) { Container = link.Scope.Container, IsSection = true });
        }
    }

    /// <summary>What is filled into a request of the table.</summary>
    private void ReadRequest(TypeName type, int brace, CodeScope scope)
    {
        if (ReferenceTable.OfType(type.Name) is not { } entry)
        {
            return;
        }

        Argument[] filled = [.. ArgumentList.Read(_tokens, brace).Where(one => _tokens[one.Start] == TokenKind.Name && _tokens[one.Start + 1] == TokenKind.Assign)];
        IEnumerable<Argument> Of(string role) => entry.Roles[role].SelectMany(property => filled.Where(one => _tokens.Is(one.Start, property))).Select(one => one with { Start = one.Start + 2 });

        NameText? version = Of("version").Select(one => TextOf(one, scope)).FirstOrDefault(text => text is not AnyText);
        foreach (Argument named in Of("name").Concat(Of("names").SelectMany(ElementsOf)))
        {
            _mentions.Add(new CodeMention(entry.Store, entry.Kind, [TextOf(named, scope)], entry.Member, PlaceOf(named.Start, named.End)) { Version = version, Container = scope.Container });
        }
    }

    /// <summary>The elements of a list that is written out.</summary>
    private IReadOnlyList<Argument> ElementsOf(Argument list)
    {
        int at = list.Start;
        while (at < list.End && _tokens[at] != TokenKind.Brace && (at > list.Start || _tokens[at] != TokenKind.Bracket))
        {
            at = _tokens.Behind(at);
        }

        return at < list.End ? ArgumentList.Read(_tokens, at) : [];
    }

    private void ReadAttributes(int bracket)
    {
        int at = bracket + (_tokens[bracket + 1] == TokenKind.Name && _tokens[bracket + 2] == TokenKind.Colon ? 3 : 1);
        while (_tokens[at] == TokenKind.Name)
        {
            int last = at;
            while (_tokens[last + 1] == TokenKind.Dot && _tokens[last + 2] == TokenKind.Name)
            {
                last += 2;
            }

            if (_tokens[last + 1] == TokenKind.Parenthesis)
            {
                ReadAttribute(_tokens.Written(last).ToString(), last + 1);
            }

            at = _tokens[last + 1] == TokenKind.Parenthesis ? _tokens.Behind(last + 1) : last + 1;
            at = _tokens[at] == TokenKind.Comma ? at + 1 : _tokens.Count;
        }
    }

    private void ReadAttribute(string name, int parenthesis)
    {
        name = name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
        ReferenceEntry? entry = ReferenceTable.OfType(name + Suffix);
        if (entry is null && !ReferenceTable.BindingAttributes.Any(binding => name.Length > binding.Length && name.EndsWith(binding, StringComparison.Ordinal)))
        {
            return;
        }

        foreach (Argument argument in ArgumentList.Read(_tokens, parenthesis))
        {
            bool isProperty = _tokens[argument.Start] == TokenKind.Name && _tokens[argument.Start + 1] == TokenKind.Assign;
            bool isConnection = isProperty && (_tokens.Is(argument.Start, "Connection") || _tokens.Is(argument.Start, "ConnectionStringSetting"));
            Argument said = isProperty ? argument with { Start = argument.Start + 2 } : argument;
            NameText? named = entry is not null || isConnection ? new HeldText(TextOf(said, Current))
                : LiteralText.Of(_tokens, said.Start)?.Split('%') is [_, { Length: > 0 } setting, _, ..] ? new KnownText(setting)
                : null;
            if (named is not null)
            {
                _mentions.Add(new CodeMention(entry?.Store ?? StoreTypes.Configuration, entry?.Kind ?? ReferenceKinds.Configuration, [named], isConnection ? name + ".Connection" : name, PlaceOf(said.Start, said.End)) { IsSecret = isConnection, Container = Current.Container });
            }
        }
    }
}
