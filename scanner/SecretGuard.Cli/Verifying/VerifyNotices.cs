using System.Globalization;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying.Caching;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.Verifying;

/// <summary>What a verification says besides its findings: what nobody answered, what was not asked, what stores say of themselves.</summary>
internal static class VerifyNotices
{
    /// <summary>What no store answered: about a secret, or about the value that was to be read.</summary>
    public static IEnumerable<Unanswered> Unanswered(IReadOnlyList<Answered> answers) =>
        answers.Where(answer => answer.Best.Verdict.CannotTell()).Select(answer => new Unanswered(answer.Place.Store.Shown, answer.Question.Subject, answer.Best.Cause, answer.Best.Advice, answer.Question.Location))
            .Concat(answers.Where(answer => answer.Best.ValueProblem is not null)
                .Select(answer => new Unanswered(answer.Place.Store.Shown, "value of " + answer.Question.Subject, answer.Best.ValueProblem!.Cause, answer.Best.ValueProblem.Advice, answer.Question.Location)));

    /// <summary>Adds them.</summary>
    public static void Add(OutcomeSum sum, IReadOnlyList<QuestionPlan> plans, IReadOnlyList<Answered> answers, IReadOnlyList<VerificationReport> reports, IReadOnlyList<Unanswered> unanswered, VerifyOptions options)
    {
        AddUnanswered(sum, unanswered, options.OnUnreachable);
        foreach (IGrouping<string, Unasked> reason in plans.SelectMany(plan => plan.NotAsked).GroupBy(unasked => unasked.Reason, StringComparer.Ordinal))
        {
            Unasked[] references = [.. reason.DistinctBy(unasked => unasked.Record)];
            Tell(sum, Severity.Info, $"{Amount.Of(references.Length, "reference")} not verified, for {reason.Key}: {Names(references.Select(unasked => unasked.Record.Reference.Name))}", references[0].Record.Location);
        }

        Answered[] fieldless = [.. answers.Where(answer => answer.Best.IsFieldUnchecked)];
        if (fieldless.Length > 0)
        {
            Tell(sum, Severity.Info, $"{Amount.Of(fieldless.Length, "field")} not looked for, for {FieldsUntold(options)}: {Names(fieldless.Select(answer => $"{answer.Place.Query.Name}#{answer.Place.Query.Property}"))}", fieldless[0].Question.Location);
        }

        Answered[] closed = options.Asking.Values is null ? [] : [.. answers.Where(answer => answer.Best is { Verdict: Verdict.Present, Facts: null, ValueProblem: null })];
        if (closed.Length > 0)
        {
            Tell(sum, Severity.Info, $"{Amount.Of(closed.Length, "value")} not looked at, for the store does not give them out: {Names(closed.Select(answer => answer.Place.Query.Name))}", closed[0].Question.Location);
        }

        foreach (Answered answer in answers.Where(answer => answer.Best.Remark.Length > 0))
        {
            Tell(sum, Severity.Low, $"{answer.Question.Subject}: {answer.Best.Remark}", answer.Question.Location);
        }

        foreach (string notice in reports.SelectMany(report => report.Notices).Distinct(StringComparer.Ordinal))
        {
            Tell(sum, Severity.Low, notice, null);
        }
    }

    /// <summary>Why fields were not looked for.</summary>
    public static string FieldsUntold(VerifyOptions options) => options.IsOffline ? "their store had not told the names of fields when secretguard.lock was made" : "the store does not tell the names of fields without the value ('--values' reads it)";

    /// <summary><c>12 references in 2 environments, 3 stores asked with 14 requests, 9 billable</c>; where nothing was sent, nothing is said of bills.</summary>
    public static string Extent(IReadOnlyList<QuestionPlan> plans, IReadOnlyList<Answered> answers, IReadOnlyList<VerificationReport> reports) =>
        $"{Amount.Of(answers.Count + plans.Sum(plan => plan.Broken.Count + plan.NotAsked.Count), "reference")}{(plans.Count > 1 ? $" in {plans.Count} environments" : "")}, "
        + $"{Amount.Of(reports.Count, "store")} asked with {Amount.Of((int)reports.Sum(report => report.Calls), "request")}{Bill(reports)}";

    private static string Bill(IReadOnlyList<VerificationReport> reports) =>
        reports.Sum(report => report.Calls) == 0 ? "" : reports.Sum(report => report.BilledCalls) is > 0 and var billed ? $", {billed.ToString(CultureInfo.InvariantCulture)} billable" : ", none billable";

    private static void AddUnanswered(OutcomeSum sum, IReadOnlyList<Unanswered> unanswered, OnUnreachable choice)
    {
        if (unanswered.Count > 0 && choice == OnUnreachable.Skip)
        {
            Tell(sum, Severity.Info, $"{Amount.Of(unanswered.Count, "reference")} not verified, for no store answered", unanswered[0].Location);
            return;
        }

        // A store that is down is told once, not once for each of its secrets.
        foreach (var group in unanswered.GroupBy(one => (one.Store, one.Cause, one.Advice)))
        {
            string what = $"{Names(group.Select(one => one.Subject))}: {group.Key.Cause}";
            if (choice == OnUnreachable.Warn)
            {
                Tell(sum, Severity.Medium, $"not verified in {group.Key.Store}: {what}; {group.Key.Advice}", group.First().Location);
            }
            else
            {
                sum.Incomplete.Add(new Incomplete(group.Key.Store, what, group.Key.Advice));
            }
        }
    }

    /// <summary><c>12 answers are up to 3 minutes old</c>, which is never less than they are.</summary>
    public static string Cached(AnswerCache cache)
    {
        string age = cache.Age < TimeSpan.FromMinutes(1) ? Amount.Of(Math.Max(1, (int)Math.Ceiling(cache.Age.TotalSeconds)), "second") : Amount.Of((int)Math.Ceiling(cache.Age.TotalMinutes), "minute");
        return $"{(cache.Taken == 1 ? "1 answer is" : $"{cache.Taken} answers are")} up to {age} old, as --cache allows; without it every store is asked";
    }

    /// <summary>The first of some names, and how many more there are.</summary>
    public static string Names(IEnumerable<string> names)
    {
        const int Most = 5;
        string[] distinct = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return string.Join(", ", distinct.Take(Most)) + (distinct.Length > Most ? $" and {distinct.Length - Most} more" : "");
    }

    private static void Tell(OutcomeSum sum, Severity severity, string message, Location? location) => sum.Notices.Add(new Notice(DiagnosticIds.NotVerified, severity, message, location));
}
