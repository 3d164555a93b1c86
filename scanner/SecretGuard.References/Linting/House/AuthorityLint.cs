using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.House;

/// <summary>Secrets that come from another place than the declared one: from a store that is not to hold them, or from outside where the cluster makes them.</summary>
internal sealed class AuthorityLint : IRepositoryLint
{
    /// <summary>Stores that keep secrets for others. Variables, files and secrets of a cluster are filled from them, and may bear the same name.</summary>
    private static readonly string[] Keepers =
        [StoreTypes.AzureKeyVault, StoreTypes.AwsSecretsManager, StoreTypes.AwsSsm, StoreTypes.Vault, StoreTypes.GitHubActions, StoreTypes.AzurePipelines];

    /// <summary>Where somebody writes down what a pipeline or a developer is to fill in.</summary>
    private static readonly string[] Forms = [StoreTypes.DotEnv, StoreTypes.GitHubActions, StoreTypes.AzurePipelines];

    private static readonly NameTransform OfVariables = NameTransform.Named("underscore-to-hyphen-lower");

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [HouseRules.ClusterMade, HouseRules.ForeignStore];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        DeclaredSecret[] made = [.. repository.Declaration.Secrets.Where(secret => secret.Origin != SecretOrigin.External)];
        ILookup<string, DeclaredSecret> byVariable = made.Where(secret => !Forms.Contains(TypeOf(repository, secret.Store), StringComparer.Ordinal)).ToLookup(secret => OfVariables.Apply(secret.Name.Length > 0 ? secret.Name : secret.Id) ?? "", StringComparer.Ordinal);
        foreach (InventoryRecord record in repository.Declaration.Secrets.Count == 0 ? [] : repository.Records)
        {
            bool isTold = made.Length > 0 && (TellsFiller(repository, record, found) || TellsForm(repository, record, byVariable, found));
            if (!isTold && !OpenName.IsOpen(record.Reference.Name) && repository.Names.Misplaced(record.Reference, record.Location.Path, record.Environment).FirstOrDefault(place => place.Store.Type != StoreTypes.Kubernetes) is { Store: not null } misplaced)
            {
                TellName(misplaced.Store, misplaced.Secret, record, found);
            }
        }
    }

    /// <summary>What fills a secret that the cluster makes, and what takes it out of the cluster.</summary>
    private static bool TellsFiller(LintRepository repository, InventoryRecord record, LintFindings found)
    {
        if (record is not { Provides: { } provided })
        {
            return false;
        }

        if (provided.Store == StoreTypes.Kubernetes && IsOutside(record.Reference) && Made(repository, provided, record) is { } filled)
        {
            return Tell(found, filled, record, $"filled here from {Shown(record.Reference)}");
        }

        return record.Reference.Store == StoreTypes.Kubernetes && IsOutside(provided) && Made(repository, record.Reference, record) is { } written && !IsKept(repository, written, provided)
            && Tell(found, written, record, $"written here into {Shown(provided)}");
    }

    /// <summary>A form that asks for a secret that the cluster makes: the variable of its name in <c>.env.example</c>, a secret of a pipeline.</summary>
    private static bool TellsForm(LintRepository repository, InventoryRecord record, ILookup<string, DeclaredSecret> byVariable, LintFindings found) =>
        Forms.Contains(record.Reference.Store, StringComparer.Ordinal) && !OpenName.IsOpen(record.Reference.Name)
        && byVariable[OfVariables.Apply(record.Reference.Name) ?? ""].FirstOrDefault(secret => !IsKept(repository, secret, record.Reference)) is { } secret
        && Tell(found, secret, record, $"asked for here as {Shown(record.Reference)}");

    /// <summary>A name that is a declared secret's in a store that is not to hold it.</summary>
    private static void TellName(DeclaredStore store, DeclaredSecret secret, InventoryRecord record, LintFindings found)
    {
        if (secret.Origin != SecretOrigin.External)
        {
            bool writes = record.Provides is { } provided && provided.Store == record.Reference.Store && provided.Name == record.Reference.Name;
            Tell(found, secret, record, $"{(writes ? "written" : "asked for")} here in '{store.Name}'");
        }
        else if (Keepers.Contains(store.Type, StringComparer.Ordinal))
        {
            found.Add(HouseRules.ForeignStore, record.Location, $"{secret.Id} {store.Name}",
                $"its store of record is '{secret.Store}'{(secret.Mirrors.Count == 0 ? "" : $", with copies in {string.Join(", ", secret.Mirrors)}")}; what '{store.Name}' has under this name follows nobody");
        }
    }

    private static DeclaredSecret? Made(LintRepository repository, SecretReference reference, InventoryRecord record) =>
        repository.Names.Meant(reference, record.Location.Path, record.Environment).FirstOrDefault(secret => secret.Origin != SecretOrigin.External);

    private static bool IsOutside(SecretReference reference) => reference.Store == StoreTypes.ExternalSecrets || Keepers.Contains(reference.Store, StringComparer.Ordinal);

    /// <summary>Whether a store of this type is to hold a secret; of what an ExternalSecret names without saying more, whether any store is that is not the cluster.</summary>
    private static bool IsKept(LintRepository repository, DeclaredSecret secret, SecretReference reference) => secret.Mirrors.Append(secret.Store).Select(store => TypeOf(repository, store))
        .Any(type => type == reference.Store || (reference.Store == StoreTypes.ExternalSecrets && type is not null and not StoreTypes.Kubernetes));

    private static string? TypeOf(LintRepository repository, string? store) => repository.Declaration.Stores.FirstOrDefault(declared => declared.Name == store)?.Type;

    private static string Shown(SecretReference reference) => $"{(reference.Store == StoreTypes.ExternalSecrets ? reference.Address : reference.Store)} '{reference.Name}'";

    private static bool Tell(LintFindings found, DeclaredSecret secret, InventoryRecord record, string what)
    {
        found.Add(HouseRules.ClusterMade, record.Location, secret.Id, $"it is {what}, and the cluster makes it (origin: {secret.Origin.ToString().ToLowerInvariant()}): of two makers the one that comes last wins, and what the other made no longer opens anything");
        return true;
    }
}
