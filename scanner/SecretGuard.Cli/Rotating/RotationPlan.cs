using SecretGuard.Cli.Verifying;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Rotating;

/// <summary>Plans what is done to rotate secrets: looks at what stands in their stores, and writes nothing.</summary>
/// <param name="options">How stores are asked.</param>
/// <param name="now">The time.</param>
internal sealed class RotationPlan(VerifierOptions options, DateTimeOffset now)
{
    /// <summary>What was written within this time is not replaced by mistake, where no longer grace is declared.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    /// <summary>Whether a secret is rotated that has just been.</summary>
    public bool Again { get; init; }

    /// <summary>Plans, in the order of the targets.</summary>
    public async Task<IReadOnlyList<RotationItem>> MakeAsync(IReadOnlyList<RotationTarget> targets, CancellationToken cancellation)
    {
        var verifier = new StoreVerifier(options with { Values = null, SuggestNames = false });
        var answers = new Dictionary<(ISecretStore, SecretQuery), StoreAnswer>();
        IGrouping<ISecretStore, RotationTarget>[] stores = [.. targets.GroupBy(target => target.Store.Adapter)];
        foreach ((IGrouping<ISecretStore, RotationTarget> store, VerificationReport report) in stores.Zip(await Task.WhenAll(stores.Select(store => verifier.VerifyAsync(store.Key, store.Select(target => target.Query), null, cancellation)))))
        {
            foreach (StoreAnswer answer in report.Answers)
            {
                answers[(store.Key, answer.Query)] = answer;
            }
        }

        var items = new List<RotationItem>();
        foreach (RotationTarget target in targets)
        {
            items.Add(await PlanAsync(target, answers[(target.Store.Adapter, target.Query)], cancellation) with { Answer = answers[(target.Store.Adapter, target.Query)] });
        }

        return items;
    }

    private async Task<RotationItem> PlanAsync(RotationTarget target, StoreAnswer answer, CancellationToken cancellation)
    {
        RotationItem Refused(string why) => new(target, RotationAction.Refuse) { Reason = why };
        if (!target.IsAutomatic)
        {
            return new RotationItem(target, RotationAction.ByHand)
            {
                Reason = target.Secret.Rotation?.Runbook is { } runbook ? $"{runbook.Path} says how it is done; a value that somebody has is taken with --stdin"
                    : "nothing is declared that makes its next value ('rotation: generate' or 'command'); a value that somebody has is taken with --stdin",
            };
        }

        if (answer.Verdict.CannotTell())
        {
            return new RotationItem(target, RotationAction.CannotTell) { Reason = Sentence(answer.Cause, answer.Advice) };
        }

        TimeSpan settling = target.Secret.Rotation?.Grace > Settling ? target.Secret.Rotation.Grace : Settling;
        if (!Again && answer.Verdict == Verdict.Present && AnswerJudge.Changed(answer.Metadata) is { } changed && now - changed < settling)
        {
            return Refused($"it was changed on {changed:yyyy-MM-dd HH:mm} UTC, and who still has the value before would be locked out: wait until {DeclaredTime.Write(settling)} have gone by, or say --again");
        }

        if (target.Command.Count > 0)
        {
            return new RotationItem(target, RotationAction.Run) { Parts = [("", string.Join(' ', target.Command))] };
        }

        if (target.Secret.Kind != ReferenceKinds.Secret)
        {
            return Refused($"it is a {target.Secret.Kind}, which its store rotates by itself");
        }

        return target.Store.Adapter is not IWritableStore writer ? Refused($"nothing can be written to a store of type {target.Store.Adapter.Type} yet")
            : writer.NameMisfit(target.Query) is { } wrong ? Refused($"'{target.Query.Name}' cannot be a name there: {wrong}")
            : await LookAsync(target, writer, Refused, cancellation);
    }

    private async Task<RotationItem> LookAsync(RotationTarget target, IWritableStore writer, Func<string, RotationItem> refused, CancellationToken cancellation)
    {
        StandingReply found = await new SecretRenewer(writer, options.Values!, options).LookAsync(target.Query, cancellation);
        if (found.Problem is { } problem)
        {
            return new RotationItem(target, RotationAction.CannotTell) { Reason = Sentence(problem.Cause, problem.Advice) };
        }

        DeclaredGeneration rule = target.Generation!;
        var renewal = new ValueRenewal(rule);
        string[] lacking = found.Value is not null || rule.Fields.Count == 0 ? []
            : [.. target.Secret.Fields.Where(field => field.IsRequired && !rule.Fields.Contains(field.Name, StringComparer.Ordinal) && field.Name != rule.PublicField && field.Name != rule.Previous).Select(field => $"'{field.Name}'")];
        return (found.Standing!.WriteRefusal ?? renewal.Misfit(found.Value)) is { } misfit ? refused(misfit)
            : lacking.Length > 0 ? refused($"it is not there, and nothing makes its other fields: {string.Join(", ", lacking)}")
            : new RotationItem(target, found.Value is null ? RotationAction.Create : RotationAction.Renew)
            {
                Standing = found.Standing,
                Parts = [.. renewal.Parts(found.Value)],
            };
    }

    private static string Sentence(string cause, string advice) => advice.Length == 0 ? cause : $"{cause}; {advice}";
}
