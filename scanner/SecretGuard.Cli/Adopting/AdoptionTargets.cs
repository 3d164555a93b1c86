using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;

namespace SecretGuard.Cli.Adopting;

/// <summary>Finds out where a secret can be kept. Asks no store.</summary>
/// <param name="project">The project.</param>
/// <param name="choice">The environment, and its stores.</param>
/// <param name="owner">The project of .NET that the file belongs to; null for none.</param>
internal sealed class AdoptionTargets(Project project, StoreChoice choice, OwningProject? owner)
{
    private const string UserSecrets = StoreTypes.UserSecrets;

    private Declaration Declaration => project.Settings.Declaration;

    /// <summary>The stores to choose from: those that are declared and can be written to, and the user secrets of the project.</summary>
    public IReadOnlyList<string> Choices =>
    [
        .. Declaration.Stores.Where(store => choice.Environment.Length == 0 || store.Serves(choice.Environment)).Select(store => store.Name).Where(name => Opened(name)?.Adapter is Stores.Writing.IWritableStore),
        .. owner?.UserSecretsId is not null && !Declaration.Stores.Any(store => store.Name == UserSecrets) ? [UserSecrets] : Array.Empty<string>(),
    ];

    /// <summary>The declared secret of this id; null where there is none.</summary>
    public DeclaredSecret? Declared(string id) => Declaration.Secrets.FirstOrDefault(secret => secret.Id == id);

    /// <summary>Opens a store that was typed: by its name, as <c>TYPE:ADDRESS</c>, or as the user secrets of the project.</summary>
    /// <exception cref="UsageException">There is no such store.</exception>
    public StoreInUse Open(string typed) => choice.Open(typed != UserSecrets || Declaration.Stores.Any(store => store.Name == UserSecrets) ? typed
        : owner is null ? throw new UsageException("--to: no project is above this file, whose user secrets could be meant; name them as user-secrets:ID")
        : owner.UserSecretsId is { } id ? $"{UserSecrets}:{id}"
        : throw new UsageException($"--to: the project {owner.Name} has no user secrets yet; 'dotnet user-secrets init' gives it an id"));

    /// <summary>What is meant.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The name there.</param>
    /// <param name="id">The name in the declaration; null for the usual one.</param>
    /// <param name="field">The field; null for the whole.</param>
    /// <exception cref="UsageException">The name in the declaration is another secret's.</exception>
    public AdoptionTarget Of(StoreInUse store, string key, string? id, string? field)
    {
        DeclaredStore? same = Declaration.Stores.FirstOrDefault(declared => declared.Name == store.Declared.Name)
            ?? Declaration.Stores.FirstOrDefault(declared => declared.Type == store.Declared.Type && declared.Prefix is null && Opened(declared.Name)?.Adapter == store.Adapter);
        string name = same?.Name ?? Free(store.Declared.Type, Declaration.Stores.Select(declared => declared.Name));
        Stores.SecretQuery query = choice.Query(store, key);
        DeclaredSecret? known = Declaration.Secrets.FirstOrDefault(secret => secret.Store == name && choice.Query(store, secret.NameIn(name)).Name == query.Name);
        if (id is not null && id != known?.Id && (known is not null || Declared(id) is not null))
        {
            throw new UsageException(known is null ? $"--id: '{id}' is another secret in secretguard.yml; say which name this one gets" : $"--id: '{key}' in '{name}' is declared as '{known.Id}' already");
        }

        return new AdoptionTarget(store, key, query, id ?? known?.Id ?? Free(key, Declaration.Secrets.Select(secret => secret.Id))) 
        {
            StoreName = name,
            IsStoreDeclared = same is not null,
            Declared = known,
            Field = field,
            Misnamed = DeclaredStores.NamingProblem(store.Declared, query.Name, choice.Environment),
        };
    }


    /// <summary>A declared store; null where it cannot be opened, which matters only to who names it.</summary>
    private StoreInUse? Opened(string name)
    {
        try
        {
            return choice.Open(name);
        }
        catch (UsageException)
        {
            return null;
        }
    }

    private static string Free(string name, IEnumerable<string> taken)
    {
        HashSet<string> known = [.. taken];
        return !known.Contains(name) ? name : Enumerable.Range(2, known.Count + 1).Select(number => $"{name}-{number}").First(free => !known.Contains(free));
    }
}
