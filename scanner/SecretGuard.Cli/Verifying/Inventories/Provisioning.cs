using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Stores;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>What a repository itself makes in the stores of one environment, as Terraform does, held against what is declared of them. Nobody is asked.</summary>
internal sealed class Provisioning
{
    private readonly QuestionPlan _plan;
    private readonly Question[] _made;

    /// <summary>Takes what is made.</summary>
    public Provisioning(QuestionPlan plan)
    {
        _plan = plan;
        _made =
        [
            .. from record in plan.Records
               where record.Reference is { IsSecret: true, Store: not StoreTypes.Environment } && record.ProvidesItself
               let places = plan.Stores.For(record).Select(store => new Place(store, QualifiedNames.QueryOf(record.Reference, store.Declared))).ToArray()
               where places.Length > 0
               select new Question(plan.Environment, record.Location, places) { Record = record },
        ];
    }

    /// <summary>What is made under a name that is known.</summary>
    public IEnumerable<Question> Known => _made.Where(IsKnown);

    /// <summary>Where a store's secrets are made here (at least two, and most of those that are declared), one that is not is likely forgotten: the next environment will lack it.</summary>
    public IEnumerable<Complaint> Forgotten()
    {
        foreach (IGrouping<ISecretStore, Question> made in _made.GroupBy(question => question.Places[0].Store.Adapter).Where(made => made.All(IsKnown)))
        {
            HashSet<string> names = new(made.Select(question => question.Places[0].Query.Name), StringComparer.Ordinal);
            Question[] declared = [.. _plan.Questions.Where(question => question.Secret is not null && question.Places[0].Store.Adapter == made.Key).DistinctBy(question => question.Places[0].Query.Name, StringComparer.Ordinal)];
            Question[] forgotten = [.. declared.Where(question => !names.Contains(question.Places[0].Query.Name))];
            int kept = declared.Length - forgotten.Length;
            foreach (Question question in kept > Math.Max(1, forgotten.Length) ? forgotten : [])
            {
                yield return new Complaint(ReferenceRules.Unprovisioned, question.Location, question.Secret!.Id,
                    $"{kept} of the {declared.Length} secrets that are declared for {question.Places[0].StoreName} are made here, as in {made.First().Location.Path}, and '{question.Places[0].Query.Name}' is not");
            }
        }
    }

    private static bool IsKnown(Question question) => !question.Places.Any(place => place.Query.Name.Contains('*', StringComparison.Ordinal));
}
