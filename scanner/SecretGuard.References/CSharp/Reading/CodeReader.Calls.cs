using SecretGuard.Inventories;
using SecretGuard.Inventories.Code;
using SecretGuard.References.CSharp.Names;
using SecretGuard.References.CSharp.Lexing;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>Calls: what they name, and what they return.</summary>
internal sealed partial class CodeReader
{
    private CodeValue ReadCall(Link link, Call call)
    {
        Infer(link.Value, call);
        if (link.IsTold)
        {
            ReferenceEntry? entry = ReferenceTable.OfMethod(call.Name).FirstOrDefault(entry => IsStatic(link.Value, entry)) ?? ReferenceTable.OfMethod(call.Name).FirstOrDefault(entry => _receivers.Is(link.Value, entry.On));
            if (entry is not null)
            {
                TellCall(link, call, entry);
            }
            else if (ReferenceTable.Binding.Contains(call.Name))
            {
                TellBinding(link, call);
            }
        }

        return ReturnedByName(link, call) ?? Returned(link, call);
    }

    /// <summary>What methods return that are known by their names; null for the others.</summary>
    private CodeValue? ReturnedByName(Link link, Call call)
    {
        CodeValue value = link.Value;
        switch (call.Name)
        {
            case "GetSection" or "GetRequiredSection" when Receivers.IsConfiguration(value) || (call.Name == "GetRequiredSection" && value.Type is null):
                NameText section = ArgumentList.Read(_tokens, call.Parenthesis) is [var key, ..] ? TextOf(key, link.Scope) : NameText.Any;
                return CodeValue.Of("IConfigurationSection") with { Owner = value.Owner, Section = [.. value.Section, section] };
            case "GetChildren" when Receivers.IsConfiguration(value):
                return new CodeValue("") { Type = new TypeName("IEnumerable", [TypeName.Of("IConfigurationSection")]) };
            case "Build" when Receivers.IsBuilder(value):
                return CodeValue.Of("IConfigurationRoot");
            case "Build" when value.Type?.Name is "WebApplicationBuilder":
                return CodeValue.Of("WebApplication");
            case "CreateBuilder" or "CreateSlimBuilder" or "CreateEmptyBuilder" or "CreateApplicationBuilder" or "CreateEmptyApplicationBuilder" when value.IsUndeclared:
                return value.Name switch { "WebApplication" => CodeValue.Of("WebApplicationBuilder"), "Host" => CodeValue.Of("HostApplicationBuilder"), "DistributedApplication" => CodeValue.Of("IDistributedApplicationBuilder"), _ => null };
            case "AddAzureKeyVault" when value.Type?.Name is "IDistributedApplicationBuilder":
                return new CodeValue("") { Type = new TypeName("IResourceBuilder", [TypeName.Of(Receivers.VaultResource)]) };
            case "AsExisting" or "RunAsExisting" or "PublishAsExisting" or "WithRoleAssignments" when Receivers.IsVaultResource(value):
                return value;
            case "AddOptions" or "AddOptionsWithValidateOnStart" when call.Types.Count > 0:
                return new CodeValue("") { Type = new TypeName("OptionsBuilder", [call.Types[0]]) };
            case "Parse" or "Load" or "Deserialize" when value.IsUndeclared && call.Types.Count == 0:
                return CodeValue.Of(value.Name);
            case "ConfigureAwait":
                return value;
            default:
                return null;
        }
    }

    private CodeValue Returned(Link link, Call call)
    {
        CodeValue value = link.Value;
        bool isOwn = link.At < link.Start || value is { Name: "this", Type: null };
        return value.Type?.Name == "OptionsBuilder" || (Receivers.IsBuilder(value) && (call.Name.StartsWith("Add", StringComparison.Ordinal) || call.Name.StartsWith("Set", StringComparison.Ordinal))) ? value
            : isOwn && Find(link.Scope, call.Name) is { Kind: DeclarationKind.Method, Type: { } returned } ? new CodeValue(call.Name) { Type = returned }
            : call.Types.Count == 1 ? new CodeValue(call.Name) { Type = call.Types[0] }
            : new CodeValue(call.Name);
    }

    /// <summary>Notes of which types the parameters of functions are that are handed over: <c>Configure&lt;MailOptions&gt;(mail =&gt; …)</c>.</summary>
    private void Infer(CodeValue value, Call call)
    {
        if (call.Types.Count == 0 && value.Type?.Name != "OptionsBuilder")
        {
            return;
        }

        TypeName[] types = value.Type is { Name: "OptionsBuilder", Arguments: [var options] } ? [options, .. call.Types] : [.. call.Types];
        foreach (Argument argument in ArgumentList.Read(_tokens, call.Parenthesis))
        {
            int arrow = _tokens.Behind(argument.Start);
            if (_tokens[arrow] == TokenKind.Arrow)
            {
                _inferred[arrow] = types;
            }
        }
    }

    /// <summary>Whether an extension is called as what it is, a static method.</summary>
    private static bool IsStatic(CodeValue value, ReferenceEntry entry) => value.IsUndeclared && entry.On != entry.Type && value.Name == entry.Type;

    private void TellCall(Link link, Call call, ReferenceEntry entry)
    {
        IReadOnlyList<Argument> arguments = ArgumentList.Read(_tokens, call.Parenthesis);
        int shift = (call is { Name: "GetValue", Types.Count: 0 } && arguments.Count > 0 && _tokens.Is(arguments[0].Start, "typeof") ? 1 : 0) + (IsStatic(link.Value, entry) ? 1 : 0);
        Argument? Of(string role) => entry.Roles[role].Select(parameter => ArgumentOf(arguments, parameter, entry.Least.TryGetValue(parameter, out int least) && arguments.Count < least + shift ? int.MaxValue : entry.Positions[parameter] + shift)).FirstOrDefault(argument => argument is not null);

        if (entry.IsNameless)
        {
            _mentions.Add(new CodeMention(entry.Store, entry.Kind, [NameText.Any], $"{entry.Type}.{call.Name}", PlaceOf(call.Parenthesis - 1, call.Parenthesis)) { IsRemote = true, Container = link.Scope.Container });
            return;
        }

        bool isSource = entry.Kind == ReferenceKinds.Source, isConfiguration = entry.Store == StoreTypes.Configuration, isAddress = Of("name") is null;
        if ((Of("name") ?? (isSource ? Of("address") : null)) is not { } named)
        {
            return;
        }

        NameText text = TextOf(named, link.Scope);
        text = text is AnyText or ConstantName ? UriOf(named, link.Scope) ?? text : text;
        if (isAddress && text is KnownText { Text: var address } && !address.Contains("://", StringComparison.Ordinal))
        {
            return; // a resource of that name, and not where a vault is
        }

        text = entry.Folder.Length > 0 ? new JoinedText([new KnownText(entry.Folder), text]) : text;
        NameText[] path = isConfiguration ? [.. link.Value.Section, .. entry.Roles["under"].Select(under => new KnownText(under)), text] : [text];
        _mentions.Add(new CodeMention(entry.Store, entry.Kind, path, $"{entry.Type}.{call.Name}", PlaceOf(named.Start, named.End))
        {
            Version = Of("version") is { } version ? TextOf(version, link.Scope) : null,
            Address = isConfiguration || isSource ? null : Of("address") is { } place ? TextOf(place, link.Scope) : entry.Mount is { } mount ? new KnownText(mount) : link.Value.Address,
            IsOptional = Of("optional") is null ? null : true,
            IsSecret = arguments.Where((argument, i) => argument.Name == "secret" || (argument.Name is null && entry.Method == "AddParameter" && i > 0)).Any(argument => _tokens.Is(argument.Start, "true")),
            Asked = isConfiguration ? link.Value.Guessed : null,
            Owner = isConfiguration ? link.Value.Owner : null,
            IsRemote = entry.IsRemote,
            Container = link.Scope.Container,
        });
    }

    /// <summary>The argument for a parameter, by its name or by its place. Null where there is none.</summary>
    private static Argument? ArgumentOf(IReadOnlyList<Argument> arguments, string parameter, int position)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name is { } name ? name == parameter : i == position)
            {
                return arguments[i];
            }
        }

        return null;
    }

    /// <summary>A section that fills an object.</summary>
    private void TellBinding(Link link, Call call)
    {
        IReadOnlyList<Argument> arguments = ArgumentList.Read(_tokens, call.Parenthesis);
        TypeName? builder = link.Value.Type is { Name: "OptionsBuilder", Arguments: [var built] } ? built : null, options = call.Types.Count > 0 ? call.Types[0] : builder;
        (IReadOnlyList<NameText> Section, Findings.Location Place)? bound;
        if (call.Name == "BindConfiguration")
        {
            bound = builder is null || arguments.Count == 0 ? null : ([TextOf(arguments[0], link.Scope)], PlaceOf(arguments[0].Start, arguments[0].End));
        }
        else if (link.At > link.Start && Receivers.IsConfiguration(link.Value))
        {
            bool hasKey = call.Name == "Bind" && arguments.Count > 1 && ReadValue(arguments[0].Start, link.Scope, Deepest).Type?.Name == "String";
            bound = hasKey ? ([.. link.Value.Section, TextOf(arguments[0], link.Scope)], PlaceOf(arguments[0].Start, arguments[0].End)) : (link.Value.Section, PlaceOf(link.Start, link.At));
            options ??= call.Name == "Bind" && arguments.Count > 0 ? ReadValue(arguments[hasKey ? 1 : 0].Start, link.Scope, Deepest).Type : null;
        }
        else
        {
            bound = arguments.Select(argument => (argument, Value: ReadValue(argument.Start, link.Scope, Deepest))).Where(one => Receivers.IsConfiguration(one.Value))
                .Select(one => ((IReadOnlyList<NameText>, Findings.Location)?)(one.Value.Section, PlaceOf(one.argument.Start, one.argument.End))).FirstOrDefault();
        }

        if (bound is var (section, where) && options is not null && options.Name != TypeName.Array)
        {
            _mentions.Add(new CodeMention(StoreTypes.Configuration, ReferenceKinds.Configuration, section, $"{call.Name}<{options.Name}>", where) { Options = options, Container = link.Scope.Container });
        }
    }
}
