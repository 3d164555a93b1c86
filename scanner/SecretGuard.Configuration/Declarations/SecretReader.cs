using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Text;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Configuration;

/// <summary>Reads declared secrets. What one leaves open, the policy of its category says.</summary>
internal sealed class SecretReader
{
    private const int LongestValue = 65_536;

    private static readonly (string, SecretOrigin)[] Origins =
        [("external", SecretOrigin.External), ("operator", SecretOrigin.Operator), ("helm", SecretOrigin.Helm), ("generated", SecretOrigin.Generated)];

    private static readonly string[] FieldTypes = ["text", "json", "uri", "pem", "base64", "hex", "connection-string", "jwt", "number"];

    private readonly Func<YamlNode, Location> _place;
    private readonly Declaration _declaration;
    private readonly string[] _stores;
    private readonly string[] _secrets;
    private readonly Dictionary<string, Policy> _policies = new(StringComparer.Ordinal);

    public SecretReader(YamlSection root, Func<YamlNode, Location> place, Declaration declaration)
    {
        _place = place;
        _declaration = declaration;
        _stores = [.. declaration.Stores.Select(store => store.Name)];
        _secrets = root.Section("secrets") is { } secrets ? [.. secrets.Members.Select(member => member.Key)] : [];
        foreach ((string name, YamlNode nameNode, YamlNode value) in root.Section("policies")?.Members ?? [])
        {
            YamlSection policy = root.Of(value, nameNode);
            _policies[name] = new Policy(Rotation(policy), Span(policy, "expiresWithin"), policy.Text("owner"), Paths(policy, "evidence"), Span(policy, "reviewEvery"));
            policy.RejectUnknown();
        }
    }

    /// <summary>One secret.</summary>
    public DeclaredSecret Read(string id, YamlSection section)
    {
        string? category = section.Text("category");
        Policy? policy = null;
        if (category is not null && _policies.Count > 0 && !_policies.TryGetValue(category, out policy))
        {
            section.Fail(section.Take("category")!, $"no policy is called '{category}'{NearestName.Hint(category, _policies.Keys)}");
        }

        var secret = new DeclaredSecret(id, _place(section.Named))
        {
            Store = Store(section),
            Name = section.Text("name") ?? "",
            Names = Names(section),
            Fields = [.. Fields(section)],
            Value = Value(section),
            Environments = DeclarationReader.EnvironmentsOf(section, _declaration),
            IsRequired = section.Choice("required", ("true", (bool?)true), ("false", false)) ?? true,
            Owner = section.Text("owner") ?? policy?.Owner,
            Consumers = [.. section.Texts("consumers").Select(consumer => consumer.Text)],
            Origin = section.Choice("origin", Origins),
            Category = category,
            Kind = section.Choice("kind", (ReferenceKinds.Secret, ReferenceKinds.Secret), (ReferenceKinds.Key, ReferenceKinds.Key), (ReferenceKinds.Certificate, ReferenceKinds.Certificate)) ?? ReferenceKinds.Secret,
            Rotation = Rotation(section) ?? policy?.Rotation,
            ExpiresWithin = Span(section, "expiresWithin") ?? policy?.ExpiresWithin,
            Mirrors = Known(section, "mirrors", "store", _stores),
            AnyOf = Known(section, "anyOf", "secret", _secrets),
            Evidence = [.. Paths(section, "evidence"), .. policy?.Evidence ?? []],
            LastReviewed = section.Date("lastReviewed"),
            ReviewEvery = Span(section, "reviewEvery") ?? policy?.ReviewEvery,
            Description = section.Text("description"),
        };
        section.RejectUnknown();
        return secret;
    }

    private string? Store(YamlSection section)
    {
        string? store = section.Text("store");
        if (_stores.Length == 0)
        {
            section.Fail(section.Named, "no store is declared, so nobody could be asked for this secret; add one under 'stores'");
            return null;
        }

        if (store is null ? _stores.Length > 1 : !_stores.Contains(store, StringComparer.Ordinal))
        {
            section.Fail(section.Take("store") ?? section.Named, store is null
                ? $"there are several stores: say which one this secret is in ('store: {_stores[0]}')"
                : $"no store is called '{store}'{NearestName.Hint(store, _stores)}");
        }

        return store ?? (_stores.Length == 1 ? _stores[0] : null);
    }

    private Dictionary<string, string> Names(YamlSection section)
    {
        if (section.Section("names") is not { } names)
        {
            return new(StringComparer.Ordinal);
        }

        foreach ((string store, YamlNode node, _) in names.Members)
        {
            if (!_stores.Contains(store, StringComparer.Ordinal))
            {
                names.Fail(node, $"no store is called '{store}'{NearestName.Hint(store, _stores)}");
            }
        }

        return names.TextsByName();
    }

    private static List<string> Known(YamlSection section, string key, string what, string[] known)
    {
        var texts = new List<string>();
        foreach ((string text, YamlNode node) in section.Texts(key))
        {
            texts.Add(text);
            if (!known.Contains(text, StringComparer.Ordinal))
            {
                section.Fail(node, $"no {what} is called '{text}'{NearestName.Hint(text, known)}");
            }
        }

        return texts;
    }

    /// <summary>A list of names, or a map from names to what is asked of each.</summary>
    private static IEnumerable<DeclaredField> Fields(YamlSection section)
    {
        if (section.Take("fields") is not YamlMappingNode)
        {
            foreach ((string text, _) in section.Texts("fields"))
            {
                yield return new DeclaredField(text);
            }

            yield break;
        }

        YamlSection fields = section.Section("fields")!;
        foreach ((string name, YamlNode nameNode, YamlNode value) in fields.Members)
        {
            YamlSection field = fields.Of(value, nameNode);
            yield return Constraints(name, field) with { IsRequired = field.Choice("required", ("true", (bool?)true), ("false", false)) ?? true };
            field.RejectUnknown();
        }
    }

    private static DeclaredField? Value(YamlSection section)
    {
        if (section.Section("value") is not { } whole)
        {
            return null;
        }

        if (section.Take("fields") is not null)
        {
            section.Fail(section.Take("value")!, "'value' is of a secret that is one value; of each of its 'fields' say 'type', 'minLength' and 'minEntropy' there");
        }

        DeclaredField value = Constraints("", whole);
        whole.RejectUnknown();
        return value;
    }

    private static DeclaredField Constraints(string name, YamlSection field) => new(name)
    {
        Type = field.Choice("type", [.. FieldTypes.Select(type => (type, type))]),
        MinLength = (int)field.Number("minLength", LongestValue),
        MinEntropy = (int)field.Number("minEntropy", LongestValue),
    };

    private RotationRule? Rotation(YamlSection section)
    {
        if (section.Take("rotation") is not { } node)
        {
            return null;
        }

        if (node is YamlScalarNode)
        {
            return new RotationRule(section.Text("rotation") == Manual ? null : Span(section, "rotation"), TimeSpan.Zero) { Location = _place(node) };
        }

        YamlSection rotation = section.Section("rotation")!;
        var rule = new RotationRule(rotation.Text("every") is null or Manual ? null : Span(rotation, "every"), Span(rotation, "grace") ?? TimeSpan.Zero)
        {
            Method = rotation.Text("method"),
            Automation = rotation.Text("automation"),
            AutomationAt = rotation.Take("automation") is { } automation ? _place(automation) : null,
            Runbook = Paths(rotation, "runbook").FirstOrDefault(),
            MaxAge = Span(rotation, "maxAge"),
            Reason = rotation.Text("reason"),
            Generation = GenerationReader.Read(rotation),
            Command = [.. rotation.Texts("command").Select(word => word.Text)],
            Location = _place(rotation.Take("every") ?? node),
        };
        if (rule is { Every: not null, MaxAge: not null })
        {
            rotation.Fail(rotation.Take("maxAge")!, "'every' says how old it may become; 'maxAge' is for what people decide ('every: manual')");
        }

        if (rule is { Generation: not null, Command.Count: > 0 })
        {
            rotation.Fail(rotation.Take("command")!, "'generate' says how a new value is made, 'command' what rotates it by itself: it is one of the two");
        }

        rotation.RejectUnknown();
        return rule;
    }

    private List<DeclaredPath> Paths(YamlSection section, string key) => [.. section.Texts(key).Select(path => new DeclaredPath(path.Text.Replace('\\', '/'), _place(path.Node)))];

    /// <summary>People decide when it changes.</summary>
    private const string Manual = "manual";

    private static TimeSpan? Span(YamlSection section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (DeclaredTime.Parse(text) is { } span)
        {
            return span;
        }

        section.Fail(section.Take(key)!, $"'{text}' is no span of time; write {DeclaredTime.Forms}");
        return null;
    }

    /// <summary>What secrets of a category have in common.</summary>
    private sealed record Policy(RotationRule? Rotation, TimeSpan? ExpiresWithin, string? Owner, IReadOnlyList<DeclaredPath> Evidence, TimeSpan? ReviewEvery);
}
