using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Verifying.Inventories;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Text;

namespace SecretGuard.Cli.Rotating;

/// <summary>Finds the secrets that are to be rotated, by their names in the declaration. Asks nothing.</summary>
/// <param name="project">The project.</param>
/// <param name="choice">The environment, and its stores.</param>
internal sealed class RotationTargets(Project project, StoreChoice choice)
{
    /// <summary>The secrets of these names.</summary>
    /// <exception cref="UsageException">One is not declared, is none of this environment, or is made by the cluster.</exception>
    public IReadOnlyList<RotationTarget> Of(IEnumerable<string> ids)
    {
        IReadOnlyList<DeclaredSecret> known = DeclaredSecrets.Of(project);
        return [.. ids.Distinct(StringComparer.Ordinal).Select(id => Of(known.FirstOrDefault(secret => secret.Id == id)
            ?? throw new UsageException($"no secret is called '{id}' in secretguard.yml{NearestName.Hint(id, known.Select(secret => secret.Id))}")))];
    }

    private RotationTarget Of(DeclaredSecret secret)
    {
        if (choice.Environment.Length > 0 && !secret.IsFor(choice.Environment))
        {
            throw new UsageException($"'{secret.Id}' is no secret of '{choice.Environment}'");
        }

        if (secret.Origin != SecretOrigin.External)
        {
            throw new UsageException($"'{secret.Id}' is made in the cluster (origin: {secret.Origin.ToString().ToLowerInvariant()}): what makes it rotates it");
        }

        StoreInUse store = choice.Open(secret.Store ?? throw new UsageException($"'{secret.Id}': nothing says which store it is in"));
        DeclaredGeneration? generation = secret.Rotation?.Generation;
        return new RotationTarget(secret, store, choice.Query(store, secret.NameIn(store.Declared.Name)) with { Kind = QualifiedNames.KindOf(secret.Kind) })
        {
            Generation = generation is null ? null : generation with { Run = Filled(secret, generation.Run) },
            Command = Filled(secret, secret.Rotation?.Command ?? []),
            Next = [.. Next(secret, store)],
        };
    }

    private string[] Filled(DeclaredSecret secret, IReadOnlyList<string> words)
    {
        string[] filled = [.. words.Select(choice.Values.FillDeclared)];
        return choice.Values.Unknown.Count == 0 ? filled : throw new UsageException($"{secret.Id}: ${{{choice.Values.Unknown.First()}}} stands for nothing; set it under 'environments: NAME: values', or let the program read its variable");
    }

    private IEnumerable<string> Next(DeclaredSecret secret, StoreInUse store)
    {
        string environment = choice.Environment.Length == 0 ? "" : $" --env {choice.Environment}";
        foreach (string mirror in secret.Mirrors.Where(mirror => project.Settings.Declaration.Stores.FirstOrDefault(one => one.Name == mirror)?.Serves(choice.Environment) != false))
        {
            yield return $"secretguard sync --from {store.Declared.Name} --to {mirror}{environment} --only {secret.Id} --overwrite --apply";
        }

        if (secret.Consumers.Count > 0)
        {
            yield return $"let its consumers read it anew: {string.Join(", ", secret.Consumers)}";
        }
    }
}
