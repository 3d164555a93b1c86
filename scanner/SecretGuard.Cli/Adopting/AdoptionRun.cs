using SecretGuard.Cli.Moving;
using SecretGuard.Cli.Verifying.Values;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Local;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Adopting;

/// <summary>
/// Does what is planned, step after step: the value is in its store and read back before anything else, and it leaves the file last. Whatever ends a run, the same
/// command does the rest.
/// </summary>
/// <param name="declaration">The file that declares.</param>
/// <param name="options">How stores are asked.</param>
internal sealed class AdoptionRun(string declaration, VerifierOptions options)
{
    /// <summary>Does it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="record">Keeps what became of it.</param>
    /// <param name="cancellation">Ends it after the step that is being done.</param>
    public async Task RunAsync(AdoptionPlan plan, AdoptionRecord record, CancellationToken cancellation)
    {
        record.Write();
        for (int i = 0; i < record.Rows.Count; i++)
        {
            if (!record.Rows[i].Acts)
            {
                continue;
            }

            if (record.Stopped.Length > 0 || cancellation.IsCancellationRequested)
            {
                record.Stopped = record.Stopped.Length > 0 ? record.Stopped : "interrupted: run it again to do the rest";
                record.Keep(i, step => step with { State = SyncState.NotReached });
                continue;
            }

            record.Keep(i, step => step with { State = SyncState.Writing });
            AdoptionStep done = record.Rows[i].Kind switch
            {
                AdoptionStepKind.Store => await StoreAsync(plan, record.Rows[i], cancellation),
                AdoptionStepKind.Declaration => Declare(plan, record.Rows[i]),
                _ => Rewrite(plan, record.Rows[i]),
            };
            record.Stopped = done.State is SyncState.Written or SyncState.AlreadyThere ? "" : "stopped: what comes after needs this step; run it again to do the rest";
            record.Keep(i, _ => done);
        }

        record.Write();
    }

    private async Task<AdoptionStep> StoreAsync(AdoptionPlan plan, AdoptionStep step, CancellationToken cancellation)
    {
        AdoptionTarget target = plan.Target;
        var store = (IWritableStore)target.Store.Adapter;
        var renewal = new ValueRenewal(new DeclaredGeneration(GeneratedType.Given) { Fields = target.Field is { } field ? [field] : [] });
        string? Misfit(ValueFacts facts) => target.Declared is null ? null
            : ValueJudge.Judge(StoreAnswer.Present(target.Query, SecretMetadata.None) with { Facts = facts }, target.Declared).Select(wrong => wrong.Reason).FirstOrDefault();
        WriteOutcome outcome = await new SecretRenewer(store, options.Values!, options).RenewAsync(target.Query, renewal, plan.Value, plan.Standing!, Misfit, cancellation);
        return step with
        {
            State = WriteStates.Of(outcome.State),
            Reason = outcome.Cause.Length == 0 ? "" : outcome.Advice.Length == 0 ? outcome.Cause : $"{outcome.Cause}; {outcome.Advice}",
            VersionBefore = outcome.Before?.Version,
            VersionWritten = outcome.Written,
            WayBack = outcome is { State: WriteState.Written or WriteState.Unknown, Before: { } before } ? store.WayBack(target.Query, before, outcome.Written) : "",
        };
    }

    private AdoptionStep Declare(AdoptionPlan plan, AdoptionStep step)
    {
        // Whoever has written to it since it was planned has not written in vain.
        bool isNew = !File.Exists(declaration);
        return Read(declaration) is not { } before && !isNew ? step with { State = SyncState.Failed, Reason = "it cannot be read any more" }
            : plan.Declaration.With(isNew ? null : Read(declaration)) is not { } after ? step with { State = SyncState.Changed, Reason = "it was changed meanwhile, and nothing can be added to it any more; run it again" }
            : Written(step, declaration, after, isNew);
    }

    private static AdoptionStep Rewrite(AdoptionPlan plan, AdoptionStep step) =>
        Read(plan.Subject.File.FullPath) is { } now && now.AsSpan().SequenceEqual(plan.Subject.File.Bytes) ? Written(step, plan.Subject.File.FullPath, plan.Rewritten!, isNew: false)
            : step with { State = SyncState.Changed, Reason = "the file was changed meanwhile; run it again, and look at the plan" };

    private static AdoptionStep Written(AdoptionStep step, string path, byte[] bytes, bool isNew)
    {
        StoreProblem? problem = OwnFile.Write(path, bytes);
        if (problem is null && isNew && !OperatingSystem.IsWindows())
        {
            // A declaration holds no secret, and is for everybody who has the repository.
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        return problem is not null ? step with { State = SyncState.Failed, Reason = $"{problem.Cause}; {problem.Advice}" }
            : Read(path) is { } now && now.AsSpan().SequenceEqual(bytes) ? step with { State = SyncState.Written }
            : step with { State = SyncState.Unknown, Reason = "it was written, and reads back as something else" };
    }

    private static byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
