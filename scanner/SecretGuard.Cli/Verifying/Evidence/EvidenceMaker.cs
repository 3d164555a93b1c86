using System.Text;
using SecretGuard.Cli.Verifying.Clusters;
using SecretGuard.Cli.Verifying.Locking;
using SecretGuard.Findings;
using SecretGuard.Git;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Evidence;

/// <summary>Makes evidence of a verification.</summary>
/// <param name="plans">What was to be asked in each environment.</param>
/// <param name="answers">What was answered.</param>
/// <param name="judged">What is wrong with the answers.</param>
/// <param name="options">How it was asked.</param>
internal sealed class EvidenceMaker(IReadOnlyList<QuestionPlan> plans, IReadOnlyList<Answered> answers, IReadOnlyList<Judged> judged, VerifyOptions options)
{
    /// <summary>What clusters said; null where none was to be asked.</summary>
    public ClusterCheck? Cluster { get; init; }

    /// <summary>The evidence.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="began">When the first store was asked.</param>
    public EvidenceRecord Make(string root, DateTimeOffset began)
    {
        GitResult head = GitProcess.Run(root, CancellationToken.None, "rev-parse", "--verify", "--quiet", "HEAD");
        GitResult changes = GitProcess.Run(root, CancellationToken.None, "status", "--porcelain", "--untracked-files=no");
        return new EvidenceRecord
        {
            ToolVersion = ToolVersion.Current,
            Began = began,
            Ended = TimeProvider.System.GetUtcNow(),
            Commit = head.Succeeded ? Encoding.ASCII.GetString(head.Output).Trim() : null,
            IsChanged = changes.Succeeded ? changes.Output.Length > 0 : null,
            Base = options.Base?.Name,
            Entries = [.. Entries()],
            Objects = Cluster is null ? null : ClusterEvidence.Objects(Cluster),
            Gaps = [.. Gaps().Concat(Cluster is null ? [] : ClusterEvidence.Gaps(Cluster)).Distinct().OrderBy(gap => gap.Environment, StringComparer.Ordinal).ThenBy(gap => gap.Name, StringComparer.Ordinal).ThenBy(gap => gap.Place, StringComparer.Ordinal).ThenBy(gap => gap.Reason, StringComparer.Ordinal)],
        };
    }

    /// <summary>One for each store, key and environment, wherever and however often it is referred to.</summary>
    private IEnumerable<EvidenceEntry> Entries()
    {
        ILookup<(string, ISecretStore, SecretQuery), Judged> told = judged.ToLookup(one => Identity(one.Answer));
        return answers.GroupBy(Identity)
            .Select(group => Entry(group.Key.Environment, [.. group], [.. told[group.Key]]))
            .OrderBy(entry => entry.Environment, StringComparer.Ordinal).ThenBy(entry => entry.Store, StringComparer.Ordinal).ThenBy(entry => entry.Address, StringComparer.Ordinal)
            .ThenBy(entry => entry.StoreName, StringComparer.Ordinal).ThenBy(entry => entry.Key, StringComparer.Ordinal);
    }

    private EvidenceEntry Entry(string environment, Answered[] group, Judged[] told)
    {
        (StoreAnswer best, Place place) = (group[0].Best, group[0].Place);
        string key = $"{(place.Query.Kind == SecretKind.Secret ? "" : place.Query.Kind.ToString().ToLowerInvariant() + " ")}{place.Query.Name}{(place.Query.Property is { } field ? "#" + field : "")}{(place.Query.Version is { } version ? "@" + version : "")}";
        Judged? worst = told.FirstOrDefault(one => one.Wrongs.Count > 0);
        string[] reasons = [.. told.SelectMany(one => one.Wrongs).Select(wrong => wrong.Reason).Distinct(StringComparer.Ordinal)];
        return new EvidenceEntry(environment, place.Store.Declared.Type, place.Store.Adapter.Address, key, worst?.State ?? best.Verdict.Name())
        {
            StoreName = place.Store.Declared.Name,
            AskedAs = AskedAs.Of(place.Store.Declared, options.IsOffline && LockMaker.IsNamed(place)),
            Owner = told.Select(one => one.Secret?.Owner).FirstOrDefault(owner => owner is not null) ?? group.Select(one => one.Question.Secret?.Owner).FirstOrDefault(owner => owner is not null),
            Reasons = reasons.Length > 0 ? reasons : best.Cause.Length == 0 ? [] : [best.Cause + (group.All(one => one.Question.IsOptional) ? "; it may be missing" : "")],
            Version = best.Metadata.Version,
            Changed = AnswerJudge.Changed(best.Metadata),
            Expires = best.Metadata.Expires ?? best.Facts?.Expires,
            Places = [.. group.Select(one => Shown(one.Question.Location)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private IEnumerable<EvidenceGap> Gaps()
    {
        foreach (Answered answer in answers.Where(answer => answer.Best.Verdict.CannotTell()))
        {
            yield return new EvidenceGap(answer.Question.Environment, answer.Place.Shown, $"{answer.Best.Verdict.Name()}: {answer.Best.Cause}", Shown(answer.Question.Location));
        }

        foreach (Answered answer in answers.Where(answer => answer.Best.IsFieldUnchecked))
        {
            yield return new EvidenceGap(answer.Question.Environment, answer.Place.Shown, VerifyNotices.FieldsUntold(options), Shown(answer.Question.Location));
        }

        foreach (Answered answer in answers.Where(answer => answer.Best.ValueProblem is not null))
        {
            yield return new EvidenceGap(answer.Question.Environment, answer.Place.Shown, $"its value was not read: {answer.Best.ValueProblem!.Cause}", Shown(answer.Question.Location));
        }

        foreach (QuestionPlan plan in plans)
        {
            foreach (Unasked unasked in plan.NotAsked)
            {
                yield return new EvidenceGap(plan.Environment, unasked.Record.Reference.Shown, unasked.Reason, Shown(unasked.Record.Location));
            }

            foreach (Broken broken in plan.Broken)
            {
                yield return new EvidenceGap(plan.Environment, broken.Record.Reference.Shown, broken.Cause, Shown(broken.Record.Location));
            }

            foreach (Place made in options.Base is null ? plan.Made : [])
            {
                yield return new EvidenceGap(plan.Environment, made.Shown, "the cluster makes it; nobody is asked", "");
            }
        }
    }

    private static (string Environment, ISecretStore, SecretQuery) Identity(Answered answer) => (answer.Question.Environment, answer.Place.Store.Adapter, answer.Place.Query);

    private static string Shown(Location location) => $"{location.Path}:{location.StartLine}";
}
