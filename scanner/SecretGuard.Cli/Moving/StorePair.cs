using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;
using SecretGuard.Text;

namespace SecretGuard.Cli.Moving;

/// <summary>The two stores of a command, in one environment.</summary>
/// <param name="From">Where secrets are.</param>
/// <param name="To">Where they are to be too.</param>
/// <param name="Environment">The environment; empty where none is declared.</param>
/// <param name="Values">What templates stand for in it.</param>
internal sealed record StorePair(StoreInUse From, StoreInUse To, string Environment, TemplateValues Values)
{
    /// <summary>Opens the stores that were typed. Asks nothing.</summary>
    /// <exception cref="UsageException">There is no such store, or it gives no values out.</exception>
    public static StorePair Open(Project project, StoreOpener opener, string from, string to, string? environment)
    {
        Declaration declaration = project.Settings.Declaration;
        DeclaredEnvironment? chosen = Choose(declaration, environment);
        var values = new TemplateValues(chosen);
        StoreInUse Find(string typed)
        {
            DeclaredStore store = declaration.Stores.FirstOrDefault(store => store.Name == typed) ?? Typed(typed)
                ?? throw new UsageException($"no store is called '{typed}'{NearestName.Hint(typed, declaration.Stores.Select(store => store.Name))}; a store that is not declared is typed as TYPE:ADDRESS, such as dotenv:.env");
            if (chosen is not null && !store.Serves(chosen.Name))
            {
                throw new UsageException($"'{typed}' is no store of '{chosen.Name}'");
            }

            DeclaredStore filled = values.Fill(store);
            if (values.Unknown.Count > 0)
            {
                throw new UsageException($"{typed}: ${{{values.Unknown.First()}}} stands for nothing{(chosen is null ? "" : $" in '{chosen.Name}'")}; set it under 'environments: {chosen?.Name ?? "NAME"}: values', or as a variable");
            }

            StoreInUse opened = opener.Open(filled) ?? throw new UsageException($"'{typed}': there is nothing here that asks a store of type {filled.Type}");
            return opened.Adapter is IValueStore ? opened : throw new UsageException($"'{typed}' gives no values out: nothing can be compared with it or copied from it");
        }

        var pair = new StorePair(Find(from), Find(to), chosen?.Name ?? "", values);
        return pair.From.Adapter == pair.To.Adapter && pair.From.Declared.Prefix == pair.To.Declared.Prefix ? throw new UsageException($"'{from}' and '{to}' are one store") : pair;
    }

    /// <summary>The question for a name in one of them, with its prefix.</summary>
    public SecretQuery Query(StoreInUse store, string name) => new(QualifiedNames.Of(store.Declared, Values.Fill(name)));

    private static DeclaredEnvironment? Choose(Declaration declaration, string? typed)
    {
        string[] known = [.. declaration.Environments.Select(environment => environment.Name)];
        return typed is null
            ? known.Length == 0 ? null : known.Length == 1 ? declaration.Environments[0] : throw new UsageException($"--env: say which of {string.Join(", ", known)}")
            : declaration.Environments.FirstOrDefault(environment => environment.Name == typed) ?? throw new UsageException($"--env: no environment is called '{typed}'{NearestName.Hint(typed, known)}");
    }

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
