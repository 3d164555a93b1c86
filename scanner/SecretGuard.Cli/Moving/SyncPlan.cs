using SecretGuard.Cli.Verifying.Values;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Rules;
using SecretGuard.Stores;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Moving;

/// <summary>Says what is to be written, and what not and why. Asks nothing.</summary>
/// <param name="overwrites">Whether another value may be replaced.</param>
/// <param name="target">The store that is to be written to.</param>
internal sealed class SyncPlan(bool overwrites, IWritableStore target)
{
    /// <summary>The plan, in the order of the secrets; what is only in the second store stays as it is and is not told.</summary>
    public IReadOnlyList<SyncItem> Make(IReadOnlyList<Compared> compared) => [.. compared.Where(one => one.Pair.From.Length > 0).Select(Of)];

    private SyncItem Of(Compared one)
    {
        SyncItem As(SyncAction action, string reason) => new(one, action, reason);
        SyncItem Write(SyncAction action, string reason) => target.ValueMisfit(one.From!.Facts!) is { } unfit ? As(SyncAction.Refuse, $"{unfit.Cause}; {unfit.Advice}") : As(action, reason);
        bool mustBe = one.Pair.Secret?.IsRequired == true;
        return one.Pair.Refusal is { } refusal ? As(SyncAction.Refuse, refusal)
            : Compared.DoubtOf(one.From) is { } unread ? As(SyncAction.CannotTell, unread)
            : !Compared.IsThere(one.From) ? mustBe ? As(SyncAction.Lacking, $"it is required, and not there: {one.From!.Cause}") : As(SyncAction.Keep, $"it is not there, and need not be: {one.From!.Cause}")
            : Stub(one.From!, one.Pair.Secret) is { } stub ? As(mustBe ? SyncAction.Lacking : SyncAction.Refuse, stub)
            : Compared.DoubtOf(one.To) is { } unseen ? As(SyncAction.CannotTell, unseen)
            : !Compared.IsThere(one.To) ? one.To!.Verdict == Verdict.SoftDeleted && target.KeepsDeletedNames
                ? As(SyncAction.Refuse, $"{one.To.Cause}; {one.To.Advice}") : Write(SyncAction.Create, one.To.Verdict == Verdict.Missing ? "" : one.To.Cause)
            : one.State == ComparedState.Same ? As(SyncAction.Keep, "")
            : one.To!.WriteRefusal is { } closed ? As(SyncAction.Refuse, closed)
            : Stub(one.To!, one.Pair.Secret) is { } empty ? Write(SyncAction.Update, $"what is there is none: {empty}")
            : overwrites ? Write(SyncAction.Update, $"another value is there{Newer(one)}")
            : As(SyncAction.Refuse, $"another value is there{Newer(one)}, which may have been made there; --overwrite replaces it");
    }

    /// <summary>What stands in the place of a value that nobody has filled in; null where it is one.</summary>
    private static string? Stub(StoreAnswer answer, DeclaredSecret? secret) =>
        ValueJudge.Judge(answer, secret).Where(wrong => wrong.Rule == ReferenceRules.Placeholder || wrong.Rule == ReferenceRules.WithoutValue).Select(wrong => wrong.Reason).FirstOrDefault();

    private static string Newer(Compared one) => one.Told().Newer switch { "from" => " and is older", "to" => " and is newer", _ => "" };
}
