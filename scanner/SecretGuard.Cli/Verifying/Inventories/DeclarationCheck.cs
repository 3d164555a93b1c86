using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Rules;
using SecretGuard.Stores;
using SecretGuard.Stores.Writing;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>Holds what is declared against what is referred to, and what the repository makes. Asks no store.</summary>
/// <param name="declaration">What is declared.</param>
/// <param name="root">The repository's folder.</param>
internal sealed class DeclarationCheck(Declaration declaration, string root)
{
    /// <summary>What stands for a part of a name that is not known: <c>*</c>, or a template as it is written.</summary>
    private static readonly char[] Opens = ['*', '{', '$'], Closes = ['*', '}', ')'];

    /// <summary>What does not fit.</summary>
    public IEnumerable<Complaint> Make(IReadOnlyList<QuestionPlan> plans)
    {
        (QuestionPlan Plan, Provisioning Made)[] all = [.. plans.Select(plan => (plan, new Provisioning(plan)))];
        return Undeclared(all).Concat(Unused(plans)).Concat(plans.SelectMany(Duplicated)).Concat(Misnamed(plans)).Concat(all.SelectMany(one => one.Made.Forgotten())).Concat(Unautomated())
            .GroupBy(complaint => (complaint.Rule, complaint.Location, complaint.Reason)).Select(group => group.First());
    }

    private static (ISecretStore, string) Identity(Place place) => (place.Store.Adapter, place.Query.Name);

    private static HashSet<(ISecretStore, string)> Declared(QuestionPlan plan) => [.. plan.Questions.Where(question => question.Secret is not null).SelectMany(question => question.Places).Concat(plan.Made).Select(Identity)];

    /// <summary>Told once a place, for a declaration is not that of one environment; and not where another environment knows it, whose store the place names.</summary>
    private IEnumerable<Complaint> Undeclared(IEnumerable<(QuestionPlan Plan, Provisioning Made)> plans)
    {
        var met = new HashSet<Location>();
        var unknown = new List<Question>();
        foreach ((QuestionPlan plan, Provisioning made) in plans)
        {
            HashSet<(ISecretStore, string)> declared = Declared(plan);
            ILookup<bool, Question> asked = plan.Questions.Where(question => question.Record is not null).Concat(made.Known).ToLookup(question => question.Places.Any(place => declared.Contains(Identity(place))));
            met.UnionWith(asked[true].Select(question => question.Location));
            unknown.AddRange(asked[false]);
        }

        return unknown.Where(question => !met.Contains(question.Location)).DistinctBy(question => (question.Location, question.Places[0].Shown))
            .Select(question => new Complaint(ReferenceRules.Undeclared, question.Location, question.Places[0].Shown,
                $"nothing under 'secrets' is '{question.Places[0].Query.Name}' in {string.Join(" or ", question.Places.Select(place => place.StoreName).Distinct(StringComparer.Ordinal))}{Text.NearestName.Hint(question.Places[0].Query.Name, declaration.Secrets.Select(secret => secret.NameIn(question.Places[0].Store.Declared.Name)))}"));
    }

    /// <summary>A secret of several environments is used where one of them uses it.</summary>
    private IEnumerable<Complaint> Unused(IReadOnlyList<QuestionPlan> plans)
    {
        HashSet<DeclaredSecret> used = [.. plans.SelectMany(plan =>
        {
            HashSet<(ISecretStore, string)> referred = [.. plan.Questions.Where(question => question.Record is not null).SelectMany(question => question.Places).Select(Identity)];
            return plan.Questions.Where(question => question.Secret is not null && question.Places.Any(place => referred.Contains(Identity(place)))).Select(question => question.Secret!);
        })];
        return declaration.Secrets.Where(secret => secret is { Origin: SecretOrigin.External, Consumers.Count: 0 } && !used.Contains(secret) && !declaration.Secrets.Any(other => other.AnyOf.Contains(secret.Id, StringComparer.Ordinal)) && !plans.Any(plan => IsPerhapsMeant(secret, plan)))
            .Select(secret => new Complaint(ReferenceRules.Unused, secret.Location, secret.Id, "nothing here refers to it, and no consumers are named"));
    }

    /// <summary>Whether a reference may be of it whose name is known only later: <c>key: {{ .Values.secret }}</c> of a chart.</summary>
    private static bool IsPerhapsMeant(DeclaredSecret secret, QuestionPlan plan)
    {
        SecretReference[] open = [.. plan.NotAsked.Select(one => one.Record.Reference).Where(reference => reference.Name.AsSpan().IndexOfAny(Opens) >= 0 && (reference.Property is null or "*" || secret.Fields.Count == 0 || secret.Fields.Any(field => field.Name == reference.Property)))];
        return open.Length > 0 && plan.Questions.Where(question => question.Secret == secret).SelectMany(question => question.Places).Any(place => Array.Exists(open, reference =>
            (reference.Store == place.Store.Declared.Type || reference.Store == StoreTypes.ExternalSecrets) && secret.NameIn(place.Store.Declared.Name) is var name
            && name.StartsWith(reference.Name[..reference.Name.IndexOfAny(Opens)], StringComparison.Ordinal) && name.EndsWith(reference.Name[(reference.Name.LastIndexOfAny(Closes) + 1)..], StringComparison.Ordinal)));
    }

    private static IEnumerable<Complaint> Duplicated(QuestionPlan plan) => plan.Questions.Where(question => question.Secret is not null)
        .GroupBy(question => Identity(question.Places[0])).Select(group => group.DistinctBy(question => question.Secret).ToArray()).Where(group => group.Length > 1)
        .SelectMany(group => group.Skip(1).Select(question => new Complaint(ReferenceRules.Duplicated, question.Location, question.Secret!.Id,
            $"'{group[0].Secret!.Id}' in line {group[0].Location.StartLine} is '{question.Places[0].Query.Name}' in {question.Places[0].Store.Shown} too")));

    /// <summary>A place that names a secret of one environment is not misnamed in the others, and told once where it is of none.</summary>
    private static IEnumerable<Complaint> Misnamed(IReadOnlyList<QuestionPlan> plans)
    {
        (Question Question, string? Problem)[] named = [.. plans.SelectMany(plan => plan.Questions.SelectMany(question => question.Places.Where(place => place.Store.Declared.Name.Length > 0)
            .Select(place => (question, DeclaredStores.NamingProblem(place.Store.Declared, place.Query.Name, plan.Environment) ?? Impossible(place)))))];
        HashSet<Location> right = [.. named.Where(one => one.Problem is null && one.Question.Record is not null).Select(one => one.Question.Location)];
        return named.Where(one => one.Problem is not null && !(one.Question.Record is not null && right.Contains(one.Question.Location)))
            .DistinctBy(one => (one.Question.Location, one.Question.Record is null ? one.Problem : null))
            .Select(one => new Complaint(ReferenceRules.Misnamed, one.Question.Location, one.Question.Subject, one.Problem!));
    }

    /// <summary>Why the store can have nothing under a name; null where it can.</summary>
    private static string? Impossible(Place place) => place.Store.Adapter is IWritableStore store && !place.Query.Name.Contains('*', StringComparison.Ordinal) && store.NameMisfit(place.Query with { Property = null }) is { } misfit
        ? $"'{place.Query.Name}' cannot be a name in {place.StoreName}: {misfit}"
        : null;

    /// <summary>Told where the store is declared: what it holds, and nobody declares or refers to.</summary>
    public static IEnumerable<Complaint> Unmanaged(IReadOnlyList<ListedStore> listed) => listed
        .SelectMany(store =>
        {
            HashSet<string> known = [.. store.Plan.Questions.SelectMany(question => question.Places).Concat(store.Plan.Made).Where(place => place.Store.Adapter == store.Store.Adapter).Select(place => QualifiedNames.Folded(store.Store.Declared, place.Query.Name))];
            return store.Secrets.Where(secret => !known.Contains(QualifiedNames.Folded(store.Store.Declared, secret.Query.Name)))
                .Select(secret => (store.Store.Declared, store.Plan.Environment, Name: QualifiedNames.Written(store.Store.Declared, secret.Query.Name) ?? secret.Query.Name));
        })
        .GroupBy(secret => (secret.Declared.Name, secret.Name))
        .Select(secret => new Complaint(ReferenceRules.Unmanaged, secret.First().Declared.Location, $"{secret.Key.Item1} {secret.Key.Item2}",
            $"'{secret.Key.Item2}' is in '{secret.Key.Item1}'{(secret.First().Environment.Length == 0 ? "" : $" in {string.Join(", ", secret.Select(one => one.Environment))}")}, and nothing here declares it or refers to it"));

    /// <summary>Told where the file is named: once for a policy, whichever secrets follow it.</summary>
    private IEnumerable<Complaint> Unautomated() => declaration.Secrets.Select(secret => secret.Rotation).OfType<RotationRule>()
        .Where(rotation => rotation is { Automation: not null, AutomationAt: not null } && !Path.Exists(Path.GetFullPath(rotation.Automation, root)))
        .Select(rotation => new Complaint(ReferenceRules.WithoutAutomation, rotation.AutomationAt!, rotation.Automation!, $"'{rotation.Automation}' is not in this repository, so nothing rotates what relies on it"));
}
