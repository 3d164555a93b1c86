using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Text;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Configuration;

/// <summary>Reads <c>environments</c>, <c>stores</c>, <c>policies</c> and <c>secrets</c>, maps by name, and <c>assertions</c>.</summary>
internal sealed class DeclarationReader
{
    private const string None = ""; // of environments: nothing declared yet needs one

    private static readonly string[] Keys = ["environments", "stores", "policies", "extractors", "secrets", "assertions"];

    private readonly YamlSection _root;
    private readonly string _path;

    private DeclarationReader(YamlSection root, string path)
    {
        _root = root;
        _path = path;
    }

    /// <summary>What the sections of a file say.</summary>
    public static Declaration Read(YamlSection root, string path)
    {
        foreach ((string key, _, _) in root.Members)
        {
            if (Array.IndexOf(Keys, key) >= 0)
            {
                return ReadAll(root, path);
            }
        }

        return Declaration.Empty;
    }

    private static Declaration ReadAll(YamlSection root, string path)
    {
        var reader = new DeclarationReader(root, path);
        var declaration = new Declaration { Environments = [.. reader.Named("environments").Select(named => reader.Environment(named.Name, named.Section))] };
        declaration = declaration with { Stores = [.. reader.Named("stores").Select(named => reader.Store(named.Name, named.Section, declaration))] };
        var secrets = new SecretReader(root, reader.Place, declaration);
        declaration = declaration with { Syntaxes = [.. reader.Named("extractors").Select(named => reader.Syntax(named.Name, named.Section))] };
        return declaration with
        {
            Secrets = [.. reader.Named("secrets").Select(named => secrets.Read(named.Name, named.Section))],
            Assertions = new AssertionReader(reader.Place).Read(root),
        };
    }

    private Location Place(YamlNode node) => new(_path, (int)node.Start.Line, (int)node.Start.Column, (int)node.End.Line, (int)node.End.Column);

    /// <summary>The members of a map by name. One without anything is one too: <c>dev:</c>.</summary>
    private IEnumerable<(string Name, YamlSection Section)> Named(string key)
    {
        if (_root.Section(key) is not { } section)
        {
            yield break;
        }

        foreach ((string name, YamlNode nameNode, YamlNode value) in section.Members)
        {
            if (name.Length == 0)
            {
                section.Fail(nameNode, $"a name in '{key}' is missing");
                continue;
            }

            yield return (name, section.Of(value, nameNode));
        }
    }

    private DeclaredEnvironment Environment(string name, YamlSection section)
    {
        var environment = new DeclaredEnvironment(name, Place(section.Named))
        {
            Values = section.Section("values") is { } values ? values.TextsByName() : new Dictionary<string, string>(StringComparer.Ordinal),
            Inventories = Inventories(section),
            Paths = SettingsReader.ReadGlobs(section, "paths"),
        };
        section.RejectUnknown();
        return environment;
    }

    /// <summary>The files that answer for stores. One for a store that nobody declares is a slip of the pen.</summary>
    private Dictionary<string, string> Inventories(YamlSection section)
    {
        if (section.Section("inventories") is not { } files)
        {
            return new(StringComparer.Ordinal);
        }

        string[] stores = [.. _root.Section("stores")?.Members.Select(member => member.Key) ?? []];
        foreach ((string store, YamlNode node, _) in files.Members.Where(member => !stores.Contains(member.Key, StringComparer.Ordinal)))
        {
            files.Fail(node, $"no store is called '{store}'{NearestName.Hint(store, stores)}");
        }

        return files.TextsByName();
    }

    private DeclaredStore Store(string name, YamlSection section, Declaration declaration)
    {
        string type = section.Choice("type", [.. StoreKeys.ByType.Keys.Select(known => (known, known))]) ?? None;
        if (type.Length == 0 && section.Take("type") is null)
        {
            section.Fail(section.Named, $"the store '{name}' has no type; it is one of {string.Join(", ", StoreKeys.ByType.Keys)}");
        }

        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string key in type.Length > 0 ? StoreKeys.ByType[type] : StoreKeys.ByType.Values.SelectMany(keys => keys).Distinct(StringComparer.Ordinal))
        {
            if (section.Text(key) is { } text)
            {
                settings.Add(key, text);
                if (StoreKeys.Words.TryGetValue(key, out IReadOnlyList<string>? words) && text.Split(',').Select(word => word.Trim()).FirstOrDefault(word => !words.Contains(word, StringComparer.Ordinal)) is { } wrong)
                {
                    section.Fail(section.Named, $"'{key}' of the store '{name}': '{wrong}' is not one of {string.Join(", ", words)}");
                }
            }
        }

        if (StoreKeys.Needed.TryGetValue(type, out string? needed) && !settings.ContainsKey(needed))
        {
            section.Fail(section.Named, $"the store '{name}' needs '{needed}'");
        }

        var store = new DeclaredStore(name, type, Place(section.Named))
        {
            Settings = settings,
            Login = Login(section, type),
            Environments = EnvironmentsOf(section, declaration),
            Prefix = section.Written("prefix"),
            Transforms = [.. section.Texts("transform").Select(transform => transform.Text)],
            Naming = section.Text("naming"),
            Categories = [.. section.Texts("categories").Select(category => category.Text)],
        };
        section.RejectUnknown(OfOthers);
        return store;
    }

    /// <summary>Which types of stores have a key.</summary>
    private static string? OfOthers(string key) => StoreKeys.ByType.Where(type => type.Value.Contains(key, StringComparer.Ordinal)).Select(type => type.Key).ToArray() is { Length: > 0 } types
        ? $"; it is one of stores of type {string.Join(", ", types)}" : null;

    private DeclaredSyntax Syntax(string name, YamlSection section)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in new[] { "pattern", "items", "secret", "property", "version", "address" })
        {
            if (section.Written(part) is { } text)
            {
                parts.Add(part, text);
            }
        }

        var syntax = new DeclaredSyntax(name, Place(section.Named))
        {
            Files = [.. section.Texts("files").Select(file => file.Text)],
            Store = section.Choice("store", [.. StoreKeys.ByType.Keys.Append(StoreTypes.Configuration).Select(type => (type, type))]) ?? None,
            Kind = section.Choice("kind", (ReferenceKinds.Secret, ReferenceKinds.Secret), (ReferenceKinds.Key, ReferenceKinds.Key), (ReferenceKinds.Certificate, ReferenceKinds.Certificate)) ?? ReferenceKinds.Secret,
            Parts = parts,
            Transforms = [.. section.Texts("transform").Select(transform => transform.Text)],
            IsOptional = section.Flag("optional"),
        };
        if (syntax.Files.Count == 0 || section.Take("store") is null || parts.ContainsKey("pattern") == parts.ContainsKey("items"))
        {
            section.Fail(section.Named, $"the extractor '{name}' needs 'files', 'store', and either 'pattern' or 'items'");
        }

        section.RejectUnknown();
        return syntax;
    }

    private static Dictionary<string, string> Login(YamlSection section, string type)
    {
        var login = new Dictionary<string, string>(StringComparer.Ordinal);
        if (section.Section("auth") is not { } auth)
        {
            return login;
        }

        string[] methods = StoreKeys.Logins.TryGetValue(type, out IReadOnlyList<string>? known) ? [.. known] : [];
        if (methods.Length == 0)
        {
            auth.Fail(auth.Node, "a store of this type signs in with what its surroundings offer; take 'auth' out");
            return login;
        }

        foreach (string key in new[] { "role", "mount", "roleId", "tokenFile", "secretIdFile", "clientId" })
        {
            if (auth.Text(key) is { } text)
            {
                login.Add(key, text);
            }
        }

        if (auth.Choice("method", [.. methods.Select(method => (method, method))]) is { } chosen)
        {
            login.Add("method", chosen);
        }

        auth.RejectUnknown();
        return login;
    }

    /// <summary>The environments that something is for. One that is not declared is a slip of the pen.</summary>
    internal static IReadOnlyList<string> EnvironmentsOf(YamlSection section, Declaration declaration)
    {
        string[] known = [.. declaration.Environments.Select(environment => environment.Name)];
        var names = new List<string>();
        foreach ((string text, YamlNode node) in section.Texts("environments"))
        {
            names.Add(text);
            if (!known.Contains(text, StringComparer.Ordinal))
            {
                section.Fail(node, $"no environment is called '{text}'{NearestName.Hint(text, known)}");
            }
        }

        return names;
    }
}
