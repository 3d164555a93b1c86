using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Verifying.Changes;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Text;

namespace SecretGuard.Cli.Verifying;

/// <summary>Plans what the stores of each environment are asked; of a change, what the base did not ask them for.</summary>
/// <param name="project">The project.</param>
/// <param name="verify">What is asked.</param>
/// <param name="opener">Opens stores.</param>
internal sealed class Planner(Project project, VerifyOptions verify, StoreOpener opener)
{
    /// <summary>What would be asked. Asks nothing.</summary>
    public IReadOnlyList<QuestionPlan> Plan(RepositoryReferences references)
    {
        Declaration declaration = project.Settings.Declaration;
        string[] known = [.. declaration.Environments.Select(environment => environment.Name)];
        foreach (string name in verify.Environments)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw new UsageException($"--env: no environment is called '{name}'{NearestName.Hint(name, known)}");
            }
        }

        DeclaredEnvironment?[] environments = declaration.Environments.Count == 0 ? [null]
            : [.. declaration.Environments.Where(environment => verify.Environments.Count == 0 || verify.Environments.Contains(environment.Name, StringComparer.Ordinal))];
        QuestionPlan[] plans = [.. environments.Select(environment => PlanChange(environment, declaration, references))];
        if (verify.Base is not null)
        {
            PlanDifference.Help(plans, comparesValues: verify.Asking.Values is not null);
        }

        return plans;
    }

    /// <summary>The plan of an environment; of a change, what of it the base did not ask for.</summary>
    private QuestionPlan PlanChange(DeclaredEnvironment? environment, Declaration declaration, RepositoryReferences references)
    {
        QuestionPlan plan = Plan(environment, declaration, references);
        if (verify.Base is { } before)
        {
            DeclaredEnvironment? same = before.Declaration.Environments.FirstOrDefault(other => other.Name == environment?.Name);
            PlanDifference.Keep(plan, (same is null) == (environment is null) && (same is not null || before.Declaration.Environments.Count == 0) ? PlanBase(same, before) : null);
        }

        return plan;
    }

    /// <summary>What the base would have asked; null where its declaration cannot be used any more, so that it asked nothing.</summary>
    private QuestionPlan? PlanBase(DeclaredEnvironment? environment, BaseState before)
    {
        try
        {
            return Plan(environment, before.Declaration, before.References);
        }
        catch (Exception error) when (error is UsageException or IOException or FormatException)
        {
            return null;
        }
    }

    private QuestionPlan Plan(DeclaredEnvironment? environment, Declaration declaration, RepositoryReferences references)
    {
        // A file that speaks of one environment says nothing of the others.
        bool IsHere(Location location, string? only) => environment is null || declaration.IsIn(location.Path, only, environment);

        bool IsOwn(string path) => environment?.Paths.IsMatch(path) == true;

        var stores = new EnvironmentStores(environment, declaration, OverlaidRecords.In([.. references.Stores.Where(store => IsHere(store.Location, store.Environment))], IsOwn), opener);
        if (stores.Values.Unknown.Count > 0)
        {
            throw new UsageException($"{project.ConfigurationPath}: ${{{stores.Values.Unknown.First()}}} stands for nothing{(environment is null ? "" : $" in '{environment.Name}'")}; set it under 'environments: {environment?.Name ?? "NAME"}: values', or as a variable");
        }

        IReadOnlyList<InventoryRecord> records = OverlaidRecords.In(
            [.. references.Resolved(stores.Declarations, environment).Where(record => IsHere(record.Location, record.Environment))], IsOwn);
        string[] ids = [.. records.Where(record => record.Reference is { Store: StoreTypes.UserSecrets, Kind: ReferenceKinds.Source }).Select(record => record.Reference.Name).Distinct(StringComparer.Ordinal)];
        return new QuestionPlan(stores, new LocalPlaces(project.Root, ids, stores), records, declaration.Secrets, verify.Asking.Values is not null) { Objects = [.. references.Objects.Where(one => IsHere(one.Location, one.Environment))] };
    }
}
