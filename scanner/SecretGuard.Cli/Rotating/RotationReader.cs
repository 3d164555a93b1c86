using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Inventories;
using SecretGuard.Cli.Verifying.Locking;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Rotating;

/// <summary>How the declared secrets of a project stand to their rotation, by what their stores or the lock say.</summary>
/// <param name="scan">The project.</param>
/// <param name="verify">Whom to ask, and which day it is.</param>
internal sealed class RotationReader(ScanOptions scan, VerifyOptions verify)
{
    private Project Project => scan.Project;

    /// <summary>How long before a rotation it counts as due.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>The answers that no store gave, after <see cref="Read"/>.</summary>
    public IReadOnlyList<Answered> Unanswered { get; private set; } = [];

    /// <summary>When what is told was so: now, or, where the lock answers, the last day on which it was written.</summary>
    public DateTimeOffset Stamp { get; private set; } = verify.Today;

    /// <summary>What is to be said of the age of the lock; null where nothing is.</summary>
    public string? Warning { get; private set; }

    /// <summary>
    /// One for each secret and environment, environments in the order of the file, in each the soonest first. What need not be there and is not is left out, and
    /// so is what a cluster makes for itself, unless a rotation is declared of it.
    /// </summary>
    public IReadOnlyList<RotationEntry> Read(CancellationToken cancellation)
    {
        IReadOnlyList<DeclaredSecret> secrets = DeclaredSecrets.Of(Project);
        using var runner = new VerifyRunner(scan, verify);
        (IReadOnlyList<QuestionPlan> plans, IReadOnlyList<Judged> judged) = runner.AskDeclared(cancellation);
        if (verify.IsOffline)
        {
            ReadLock();
        }

        // What need not be there and was not is not in the lock either.
        bool IsLeftOut(Answered answer) => verify.IsOffline && answer.Best.Verdict.CannotTell() && (answer.Question.IsOptional || answer.Question.Secret!.AnyOf.Count > 0);
        ILookup<(string, string), Answered> answers = judged.Select(one => one.Answer).Where(answer => answer.Place.Store.Declared.Name == answer.Question.Secret!.Store && !IsLeftOut(answer))
            .ToLookup(answer => (answer.Question.Environment, answer.Question.Secret!.Id));
        Unanswered = [.. answers.SelectMany(group => group).Where(answer => answer.Best.Verdict.CannotTell())];
        return [.. plans.SelectMany(plan => secrets.Where(secret => plan.Environment.Length == 0 || secret.IsFor(plan.Environment))
            .Select(secret => Entry(plan.Environment, secret, [.. answers[(plan.Environment, secret.Id)]])).OfType<RotationEntry>()
            .OrderBy(entry => entry.Outlook.Due ?? DateTimeOffset.MaxValue).ThenBy(entry => entry.Secret.Id, StringComparer.Ordinal))];
    }

    private void ReadLock()
    {
        IReadOnlyList<LockRecord> records = LockFile.Read(Project);
        Warning = LockAge.Warning(records, verify.Today.UtcDateTime);
        Stamp = records.Max(record => record.Asked) is { } asked ? new DateTimeOffset(DateTime.SpecifyKind(asked, DateTimeKind.Utc)) : Stamp;
    }

    private RotationEntry? Entry(string environment, DeclaredSecret secret, Answered[] answers)
    {
        if (secret.Origin != SecretOrigin.External)
        {
            return secret.Rotation is null ? null : new RotationEntry(environment, secret, new RotationOutlook(secret.Rotation.Period is null ? RotationStatus.Manual : RotationStatus.Unknown))
            {
                Store = secret.Store ?? "",
                Cause = secret.Rotation.Period is null ? "" : "the cluster makes it; nobody is asked",
            };
        }

        if (answers.Length == 0)
        {
            return null;
        }

        // Fields of one secret have the dates of the secret: one of which more is known than of the others says it.
        Answered best = answers.FirstOrDefault(answer => answer.Best.Verdict == Verdict.Present) ?? answers[0];
        SecretState state = AnswerJudge.StateOf(best);
        SecretJudge judge = Within is { } within ? new SecretJudge(verify.Today) { RotationWithin = within } : new SecretJudge(verify.Today);
        RotationOutlook outlook = judge.RotationOf(state, secret.Rotation);
        return new RotationEntry(environment, secret, outlook)
        {
            Store = best.Place.Store.Declared.Name,
            Expires = state.Expires,
            Cause = outlook.Status != RotationStatus.Unknown ? "" : state.Name == LockRecord.Present ? $"'{best.Place.Store.Declared.Name}' does not tell when it was changed" : state.Cause,
        };
    }
}
