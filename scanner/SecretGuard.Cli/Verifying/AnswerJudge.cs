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
    /// the declaration asks for, in the declaration. What is not there and need not be, by itself or because another secret is, is left out.
    /// </summary>
    public IReadOnlyList<Judged> Judge(IReadOnlyList<Answered> answers)
    {
        ILookup<(string, ISecretStore, string), DeclaredSecret> declared = answers.Where(answer => answer.Question.Secret is not null)
            .ToLookup(answer => (answer.Question.Environment, answer.Place.Store.Adapter, answer.Place.Query.Name), answer => answer.Question.Secret!);
        HashSet<(string, string)> there = [.. answers.Where(answer => answer.Question.Secret is not null && answer.Best.Verdict == Verdict.Present).Select(answer => (answer.Question.Environment, answer.Question.Secret!.Id))];
        bool IsReplaced(Answered answer) => answer.Best.Verdict == Verdict.Missing && answer.Question.Secret?.AnyOf.Any(other => there.Contains((answer.Question.Environment, other))) == true;
        HashSet<(string, ISecretStore, SecretQuery)> referred = [.. answers.Where(answer => answer.Question.Record is not null).Select(Identity)];
        return [.. answers
            .Where(answer => (answer.Question.Secret is null || !referred.Contains(Identity(answer))) && !(answer.Question.IsOptional && answer.Best.Verdict == Verdict.Missing) && !IsReplaced(answer))
            .Select(answer => (Answer: answer, Secret: answer.Question.Secret ?? declared[(answer.Question.Environment, answer.Place.Store.Adapter, answer.Place.Query.Name)].FirstOrDefault()))
            .Select(pair => new Judged(pair.Answer, [.. Judge(pair.Answer, pair.Secret)]) { Secret = pair.Secret })];
    }

    private static (string, ISecretStore, SecretQuery) Identity(Answered answer) => (answer.Question.Environment, answer.Place.Store.Adapter, answer.Place.Query);

    private IEnumerable<(Rule Rule, string Reason)> Judge(Answered answered, DeclaredSecret? secret)
    {
        SecretMetadata told = answered.Best.Metadata;
        return _judge.Judge(new SecretState(answered.Best.Verdict.Name())
        {
            Cause = Cause(answered),
            Advice = Advice(answered),
            Place = answered.Place.Store.Shown,
            Changed = Changed(told),
            Expires = told.Expires,
            NextRotation = told.NextRotation,
        }, secret);
    }

    private static string Cause(Answered answered) => answered.Question.Places.Count == 1 || answered.Best.Verdict != Verdict.Missing
        ? answered.Question.Places.Count == 1 && answered.Place.Store.Declared.Name.Length > 0 ? $"{answered.Best.Cause} (store '{answered.Place.Store.Declared.Name}')" : answered.Best.Cause
        : $"'{answered.Question.Places[0].Query.Name}' is in none of {string.Join(", ", answered.Question.Places.Select(place => place.Store.Shown).Distinct(StringComparer.Ordinal))}";

    private static string Advice(Answered answered) => answered.Best.Verdict == Verdict.Missing && answered.Question.Places.Count > 1
        ? answered.Answers.Select(answer => answer.Nearest).FirstOrDefault(nearest => nearest is not null) is { } nearest ? $"did you mean '{nearest}'?" : ""
        : answered.Best.Advice;

    /// <summary>When a secret last got a new value: as its store says, or else when it or its version was changed or made.</summary>
    public static DateTimeOffset? Changed(SecretMetadata metadata) => metadata.Rotated ?? metadata.Updated ?? metadata.Created;
}
