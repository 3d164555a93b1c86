using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Changes;

/// <summary>What a change adds, in one sentence: <c>adds 2 references to what main has: both in dev, 1 missing in prod</c>.</summary>
internal static class ChangeSentence
{
    private const string Unverified = "not verified";

    /// <summary>The sentence.</summary>
    /// <param name="name">The base, as the user named it.</param>
    /// <param name="plans">What of the change is asked in each environment.</param>
    /// <param name="judged">The answers.</param>
    public static string Of(string name, IReadOnlyList<QuestionPlan> plans, IReadOnlyList<Judged> judged)
    {
        ILookup<string, (Location At, string State)> states = judged.Select(one => (one.Answer.Question.Environment, one.Answer.Question.Location, Word(one)))
            .Concat(plans.SelectMany(plan => plan.Broken).Select(broken => (broken.Environment, broken.Record.Location, "broken")))
            .Concat(plans.SelectMany(plan => plan.NotAsked).Select(unasked => (unasked.Environment, unasked.Record.Location, Unverified)))
            .ToLookup(one => one.Environment, one => (one.Location, one.Item3), StringComparer.Ordinal);
        int all = states.SelectMany(environment => environment).Select(one => one.At).Distinct().Count();
        string[] parts = [.. plans.Select(plan => Part(plan.Environment, [.. states[plan.Environment]], all)).Where(part => part.Length > 0)];
        return all == 0 ? $"adds no reference to what {name} has" : $"adds {Amount.Of(all, "reference")} to what {name} has: {string.Join(", ", parts)}";
    }

    /// <summary>One place counts once, by the worst that is said of it: a secret may have several fields, and be kept in several stores.</summary>
    private static string Part(string environment, (Location At, string State)[] states, int all)
    {
        string where = environment.Length == 0 ? "" : $" in {environment}";
        string[] worst = [.. states.GroupBy(one => one.At).Select(place => place.Select(one => one.State).OrderBy(state => state == VerifiedReference.Present).ThenBy(state => state, StringComparer.Ordinal).First())];
        string[] wrong = [.. worst.Where(state => state != VerifiedReference.Present).GroupBy(state => state, StringComparer.Ordinal).OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => $"{state.Count()} {state.Key}{where}")];
        return worst.Length == 0 ? "" : wrong.Length > 0 ? string.Join(", ", wrong) : $"{Whole(worst.Length, all)}{(where.Length == 0 ? " there" : where)}";
    }

    private static string Whole(int count, int all) => (count, all) switch
    {
        (1, 1) => "it is",
        (2, 2) => "both",
        _ when count == all => $"all {all}",
        _ => $"{count}",
    };

    /// <summary>A state as a word of the sentence.</summary>
    private static string Word(Judged one) => one.Answer.Best.Verdict.CannotTell() ? Unverified : one.State.Replace('-', ' ');
}
