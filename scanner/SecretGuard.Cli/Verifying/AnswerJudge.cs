using SecretGuard.Cli.Verifying.Values;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying;

/// <summary>Judges what stores said, on one day.</summary>
/// <param name="today">The day.</param>
internal sealed class AnswerJudge(DateTimeOffset today)
{
    private readonly SecretJudge _judge = new(today);

    /// <summary>
    /// Every answer with what is wrong. What a reference and a declaration both ask for is told at the reference, with what is declared of it; what only
    /// the declaration asks for, in the declaration. What is not there and need not be, by itself or because another secret is, is left out, and what only helps.
    /// </summary>
    public IReadOnlyList<Judged> Judge(IReadOnlyList<Answered> answers)
    {
        ILookup<(string, ISecretStore, string), DeclaredSecret> declared = answers.Where(answer => answer.Question.Secret is not null)
            .ToLookup(answer => (answer.Question.Environment, answer.Place.Store.Adapter, answer.Place.Query.Name), answer => answer.Question.Secret!);
        HashSet<(string, string)> there = [.. answers.Where(answer => answer.Question.Secret is not null && answer.Best.Verdict == Verdict.Present).Select(answer => (answer.Question.Environment, answer.Question.Secret!.Id))];
        bool IsReplaced(Answered answer) => answer.Best.Verdict == Verdict.Missing && answer.Question.Secret?.AnyOf.Any(other => there.Contains((answer.Question.Environment, other))) == true;
        ILookup<(string, ISecretStore, SecretQuery), (Rule, string)> compared = ValueComparisons.Of(answers);
        Answered[] references = [.. answers.Where(answer => answer.Question is { Record: not null, IsHelping: false })];
        HashSet<(string, ISecretStore, SecretQuery)> referred = [.. references.Select(Identity)];
        HashSet<(string, ISecretStore, string)> named = [.. references.Select(Name)];
        bool IsTold(Answered answer) => referred.Contains(Identity(answer)) || (answer.Best.Verdict == Verdict.Missing && named.Contains(Name(answer))); // a whole that is missing is told where a field of it is asked for
        return [.. answers
            .Where(answer => !answer.Question.IsHelping && (answer.Question.Secret is null || !IsTold(answer)) && !IsSpared(answer) && !IsReplaced(answer))
            .Select(answer => (Answer: answer, Secret: answer.Question.Secret ?? declared[(answer.Question.Environment, answer.Place.Store.Adapter, answer.Place.Query.Name)].FirstOrDefault()))
            .Select(pair => new Judged(pair.Answer, [.. Judge(pair.Answer, pair.Secret), .. compared[Identity(pair.Answer)].Select(wrong => (wrong.Item1, SecretJudge.Sentence(wrong.Item2, "", pair.Secret)))]) { Secret = pair.Secret })];
    }

    /// <summary>Whether it is not there and need not be: the secret, or this field of it.</summary>
    private static bool IsSpared(Answered answer) => answer.Question.IsOptional
        && (answer.Best.Verdict == Verdict.Missing
            || (answer.Best.Verdict == Verdict.FieldMissing && answer.Question.Secret?.Fields.Any(field => !field.IsRequired && field.Name == answer.Place.Query.Property) == true));

    private static (string, ISecretStore, SecretQuery) Identity(Answered answer) => (answer.Question.Environment, answer.Place.Store.Adapter, answer.Place.Query);

    private static (string, ISecretStore, string) Name(Answered answer) => (answer.Question.Environment, answer.Place.Store.Adapter, answer.Place.Query.Name);

    /// <summary>What an answer says of a secret.</summary>
    public static SecretState StateOf(Answered answered) => new(answered.Best.Verdict.Name())
    {
        Cause = Cause(answered),
        Advice = Advice(answered),
        Place = answered.Place.Store.Shown,
        Changed = Changed(answered.Best.Metadata),
        Expires = answered.Best.Metadata.Expires ?? ValueJudge.FactsOf(answered.Best)?.Expires,
        NextRotation = answered.Best.Metadata.NextRotation,
        Term = answered.Best.Metadata.Term,
    };

    private IEnumerable<(Rule Rule, string Reason)> Judge(Answered answered, DeclaredSecret? secret) =>
        _judge.Judge(StateOf(answered), secret).Concat(ValueJudge.Judge(answered.Best, secret).Select(wrong => (wrong.Rule, SecretJudge.Sentence(wrong.Reason, "", secret))));

    private static string Cause(Answered answered) => answered.Question.Places.Count == 1 || answered.Best.Verdict != Verdict.Missing
        ? answered.Question.Places.Count == 1 && answered.Place.Store.Declared.Name.Length > 0 ? $"{answered.Best.Cause} (store '{answered.Place.Store.Declared.Name}')" : answered.Best.Cause
        : $"'{answered.Question.Places[0].Query.Name}' is in none of {string.Join(", ", answered.Question.Places.Select(place => place.Store.Shown).Distinct(StringComparer.Ordinal))}";

    /// <summary>What to do. A name that a template makes of values is corrected where these stand.</summary>
    private static string Advice(Answered answered) => answered.Best.Verdict == Verdict.Missing && answered.Question.Record?.MadeOf is { Places.Count: > 0 } places
        ? $"{AdviceOf(answered)} (the name comes from {places})".TrimStart() : AdviceOf(answered);

    private static string AdviceOf(Answered answered) => answered.Best.Verdict == Verdict.Missing && answered.Question.Places.Count > 1
        ? answered.Answers.Select(answer => answer.Nearest).FirstOrDefault(nearest => nearest is not null) is { } nearest ? $"did you mean '{nearest}'?" : ""
        : answered.Best.Advice;

    /// <summary>When a secret last got a new value: as its store says, or else when it or its version was changed or made.</summary>
    public static DateTimeOffset? Changed(SecretMetadata metadata) => metadata.Rotated ?? metadata.Updated ?? metadata.Created;
}
