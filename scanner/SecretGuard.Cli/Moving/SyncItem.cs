using SecretGuard.Reporting;

namespace SecretGuard.Cli.Moving;

/// <summary>What is planned for one secret.</summary>
/// <param name="Compared">What the stores said.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record SyncItem(Compared Compared, SyncAction Action, string Reason)
{
    /// <summary>Whether something is to be written.</summary>
    public bool Writes => Action is SyncAction.Create or SyncAction.Update;

    /// <summary>The row that is told of it.</summary>
    public SyncedSecret Told() => new(Compared.Pair.Name, Compared.Pair.From, Compared.Pair.To, Action) { Reason = Reason };
}
