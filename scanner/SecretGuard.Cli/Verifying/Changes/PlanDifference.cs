using SecretGuard.Cli.Verifying.Values;
using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Changes;

/// <summary>
/// Leaves in a plan what that of the base has not. References are told apart by file, name and store, not by their lines; questions also by the store
/// that is asked, so that what a change sends elsewhere, or what it leaves unfilled, is new too.
/// </summary>
internal sealed class PlanDifference
{
    private readonly HashSet<(string, ISecretStore, SecretQuery)> _asked = [];
    private readonly HashSet<string> _unasked = [];
    private readonly HashSet<string> _broken = [];

    private PlanDifference(QuestionPlan? before)
    {
        foreach (Question question in before?.Questions ?? [])
        {
            _asked.UnionWith(question.Places.Select(place => (Identity(question), place.Store.Adapter, place.Query)));
        }

        _unasked.UnionWith((before?.NotAsked ?? []).Select(unasked => Identity(unasked.Record)));
        _broken.UnionWith((before?.Broken ?? []).Select(broken => Identity(broken.Record)));
    }

    /// <summary>Leaves in the plan of an environment what is new.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="before">That of the base; null where it had no such environment.</param>
    public static void Keep(QuestionPlan plan, QuestionPlan? before)
    {
        var known = new PlanDifference(before);
        plan.Keep(
            question => question.Places.Any(place => !known._asked.Contains((Identity(question), place.Store.Adapter, place.Query))),
            unasked => !known._unasked.Contains(Identity(unasked.Record)),
            broken => !known._broken.Contains(Identity(broken.Record)));
    }

    /// <summary>Adds to what is new in the environments what is old and says more of it.</summary>
    /// <param name="plans">The plans of all environments, with what is new.</param>
    /// <param name="comparesValues">Whether values are read: then a new one is compared with old ones, of other environments too.</param>
    public static void Help(IReadOnlyList<QuestionPlan> plans, bool comparesValues)
    {
        foreach (QuestionPlan plan in plans)
        {
            plan.Help(one => Declares(one, plan.Questions) || MayReplace(one, plan.Questions));
        }

        if (comparesValues)
        {
            Predicate<Question> isCompared = ValueComparisons.With([.. plans.SelectMany(plan => plan.Questions.Concat(plan.Helping.Where(one => Declares(one, plan.Questions))))]);
            foreach (QuestionPlan plan in plans)
            {
                plan.Help(isCompared);
            }
        }
    }

    /// <summary>What is declared of a secret says how old it may be and whose it is.</summary>
    private static bool Declares(Question one, IReadOnlyList<Question> wanted) =>
        one.Secret is not null && wanted.Any(question => question.Places.Any(place => place.Store.Adapter == one.Places[0].Store.Adapter && place.Query.Name == one.Places[0].Query.Name));

    /// <summary>One of several suffices, whether it is new or not.</summary>
    private static bool MayReplace(Question one, IReadOnlyList<Question> wanted) =>
        one.Secret is { } secret && wanted.Any(question => question.Secret?.AnyOf.Contains(secret.Id, StringComparer.Ordinal) == true);

    private static string Identity(Question question) => question.Record is { } record ? Identity(record) : DeclarationText.Of(question.Secret!);

    private static string Identity(InventoryRecord record)
    {
        SecretReference reference = record.Reference;
        return string.Join('\n', record.Location.Path, reference.Store, reference.Kind, reference.Name, reference.Property, reference.Version, reference.Address, reference.IsOptional == true);
    }
}
