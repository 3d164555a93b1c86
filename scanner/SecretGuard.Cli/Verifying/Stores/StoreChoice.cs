using SecretGuard.Cli.Projects;
using SecretGuard.Inventories;
using SecretGuard.Stores;
using SecretGuard.Text;

namespace SecretGuard.Cli.Verifying.Stores;

/// <summary>The stores of one environment, for commands that work with stores which the user names.</summary>
internal sealed class StoreChoice
{
    private readonly Declaration _declaration;
    private readonly DeclaredEnvironment? _environment;
    private readonly StoreOpener _opener;

    /// <summary>The stores of an environment.</summary>
    /// <param name="project">The project.</param>
    /// <param name="opener">Opens them.</param>
    /// <param name="typed">The environment's name; null where none was typed.</param>
    /// <exception cref="UsageException">There is no such environment, or one must be named.</exception>
    public StoreChoice(Project project, StoreOpener opener, string? typed)
    {
        _declaration = project.Settings.Declaration;
        _opener = opener;
        string[] known = [.. _declaration.Environments.Select(environment => environment.Name)];
        _environment = typed is null
            ? known.Length == 0 ? null : known.Length == 1 ? _declaration.Environments[0] : throw new UsageException($"--env: say which of {string.Join(", ", known)}")
            : _declaration.Environments.FirstOrDefault(environment => environment.Name == typed) ?? throw new UsageException($"--env: no environment is called '{typed}'{NearestName.Hint(typed, known)}");
        Values = new TemplateValues(_environment);
    }

    /// <summary>The environment's name; empty where none is declared.</summary>
    public string Environment => _environment?.Name ?? "";

    /// <summary>What templates stand for in it.</summary>
    public TemplateValues Values { get; }

    /// <summary>Opens a store that was typed. Asks nothing.</summary>
    /// <param name="typed">Its name, or <c>TYPE:ADDRESS</c>.</param>
    /// <exception cref="UsageException">There is no such store.</exception>
    public StoreInUse Open(string typed)
    {
        DeclaredStore store = _declaration.Stores.FirstOrDefault(store => store.Name == typed) ?? Typed(typed)
            ?? throw new UsageException($"no store is called '{typed}'{NearestName.Hint(typed, _declaration.Stores.Select(store => store.Name))}; a store that is not declared is typed as TYPE:ADDRESS, such as dotenv:.env");
        if (_environment is not null && !store.Serves(_environment.Name))
        {
            throw new UsageException($"'{typed}' is no store of '{_environment.Name}'");
        }

        // What another store lacks is no fault of this one.
        var values = new TemplateValues(_environment);
        DeclaredStore filled = values.Fill(store);
        return values.Unknown.Count > 0
            ? throw new UsageException($"{typed}: ${{{values.Unknown.First()}}} stands for nothing{(_environment is null ? "" : $" in '{_environment.Name}'")}; set it under 'environments: {_environment?.Name ?? "NAME"}: values', or as a variable")
            : _opener.Open(filled) ?? throw new UsageException($"'{typed}': there is nothing here that asks a store of type {filled.Type}");
    }

    /// <summary>The question for a name in a store, with its prefix.</summary>
    public SecretQuery Query(StoreInUse store, string name) => new(QualifiedNames.Of(store.Declared, Values.Fill(name)));

    private static DeclaredStore? Typed(string typed)
    {
        string[] parts = typed.Split(':', 2);
        if (parts.Length != 2 || parts[1].Length == 0 || !StoreCatalogue.Types.Contains(parts[0], StringComparer.Ordinal))
        {
            return null;
        }

        string key = parts[0] switch
        {
            StoreTypes.DotEnv or StoreTypes.Files or StoreTypes.Inventory => "path",
            StoreTypes.UserSecrets => "id",
            StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm => "region",
            StoreTypes.Kubernetes => "namespace",
            _ => "address",
        };
        return new DeclaredStore(typed, parts[0], new Findings.Location("", 0, 0, 0, 0)) { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { [key] = parts[1] } };
    }
}
