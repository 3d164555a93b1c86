using SecretGuard.Triage;

namespace SecretGuard.Cli.Audits;

/// <summary>
/// An audit without its screen: what is listed, where the user stands, what was decided and how to take it back. A decision is in the file
/// before it is in here.
/// </summary>
internal sealed class AuditSession
{
    private readonly IReadOnlyList<AuditItem> _items;
    private readonly IDecisionFile _file;
    private readonly Dictionary<Fingerprint, BaselineEntry?> _entries = [];
    private readonly Stack<Decision> _decisions = new();

    /// <summary>An audit of these secrets.</summary>
    /// <param name="items">The secrets, in the order in which they are asked about.</param>
    /// <param name="file">Where decisions are kept.</param>
    /// <param name="today">The day that decides what has expired.</param>
    /// <param name="all">Whether what is decided already is asked about too.</param>
    public AuditSession(IReadOnlyList<AuditItem> items, IDecisionFile file, DateTime today, bool all)
    {
        (_file, Today) = (file, today);
        Baseline baseline = file.Read();
        _items = [.. items.Where(item => all || AuditStatuses.Of(baseline.Find(item.Fingerprint), today).IsOpen())];
        Take(baseline);
        Listed = _items;
    }

    /// <summary>The day that decides what has expired.</summary>
    public DateTime Today { get; }

    /// <summary>What the filter shows. What was decided meanwhile stays, so that one can go back to it.</summary>
    public IReadOnlyList<AuditItem> Listed { get; private set; }

    /// <summary>The filter.</summary>
    public AuditFilter Filter { get; private set; } = AuditFilter.Everything;

    /// <summary>Which of <see cref="Listed"/> is shown, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The secret that is asked about; null where the filter shows none.</summary>
    public AuditItem? Current => Position < Listed.Count ? Listed[Position] : null;

    /// <summary>How many secrets there are in all.</summary>
    public int Items => _items.Count;

    /// <summary>How many secrets of all are still to be decided.</summary>
    public int Open => _items.Count(IsOpen);

    /// <summary>How many decisions can be taken back.</summary>
    public int Decisions => _decisions.Count;

    /// <summary>How many secrets of all have now a status.</summary>
    public int Count(AuditStatus status) => _items.Count(item => StatusOf(item) == status);

    /// <summary>What the baseline says of a secret.</summary>
    public BaselineEntry? EntryOf(AuditItem item) => _entries[item.Fingerprint];

    /// <summary>What is known about a secret.</summary>
    public AuditStatus StatusOf(AuditItem item) => AuditStatuses.Of(EntryOf(item), Today);

    /// <summary>Whether a secret is still to be decided.</summary>
    public bool IsOpen(AuditItem item) => StatusOf(item).IsOpen();

    /// <summary>Goes on or back, as far as there is something.</summary>
    public void Move(int by) => Position = Math.Clamp(Position + by, 0, Math.Max(0, Listed.Count - 1));

    /// <summary>Stays at a secret that is still to be decided, or goes to the next such one, from the start again where none is left.</summary>
    public void MoveToOpen()
    {
        for (int step = 0; step < Listed.Count; step++)
        {
            int at = (Position + step) % Listed.Count;
            if (IsOpen(Listed[at]))
            {
                Position = at;
                return;
            }
        }
    }

    /// <summary>Shows only what the filter lets through, and stays at the current secret where it does.</summary>
    public void Narrow(AuditFilter filter)
    {
        AuditItem? current = Current;
        Filter = filter;
        Listed = [.. _items.Where(filter.Shows)];
        Position = Math.Max(0, current is null ? 0 : Listed.ToList().IndexOf(current));
    }

    /// <summary>What a decision by pattern would decide: what is listed, still open, and matches at every place.</summary>
    public IReadOnlyList<AuditItem> Covered(AuditFilter pattern) => [.. Listed.Where(item => IsOpen(item) && pattern.Covers(item))];

    /// <summary>Decides one secret or many at once, as one step that can be taken back. Returns what the user should know, or null.</summary>
    public string? Decide(IReadOnlyList<AuditItem> items, Func<AuditItem, BaselineEntry?, BaselineEntry> make)
    {
        var decision = new Decision([.. items.Select(item => new EntryChange(item.Fingerprint, EntryOf(item), make(item, EntryOf(item))))], Current);
        (bool written, string? notice) = Write(decision.Changes);
        if (written)
        {
            _decisions.Push(decision);
        }

        return notice;
    }

    /// <summary>Takes the last decision back and goes to where it was made. Returns what the user should know, or null.</summary>
    public string? Undo()
    {
        if (!_decisions.TryPeek(out Decision? decision))
        {
            return "there is nothing to take back";
        }

        (bool written, string? notice) = Write([.. decision.Changes.Select(change => new EntryChange(change.Fingerprint, change.After, change.Before))]);

        // Where it could not be written it can still be taken back; what somebody else has changed since cannot.
        _decisions.Pop();
        if (written && decision.At is { } at && Listed.ToList().IndexOf(at) is >= 0 and var index)
        {
            Position = index;
        }

        return notice ?? $"taken back: {(decision.Changes.Count == 1 ? "1 decision" : $"{decision.Changes.Count} decisions")}";
    }

    private (bool Written, string? Notice) Write(IReadOnlyList<EntryChange> changes)
    {
        DecisionOutcome outcome = _file.Write(changes);
        HashSet<Fingerprint> own = outcome.Conflicts == 0 ? [.. changes.Select(change => change.Fingerprint)] : [];
        int others = _items.Count(item => !own.Contains(item.Fingerprint) && outcome.Now.Find(item.Fingerprint) != EntryOf(item));
        Take(outcome.Now);
        return outcome.Conflicts > 0 ? (false, $"nothing was written: somebody else changed the baseline meanwhile, and with it {(outcome.Conflicts == 1 ? "this entry" : $"{outcome.Conflicts} of these entries")}; look again")
            : others > 0 ? (true, $"somebody else changed the baseline meanwhile: {(others == 1 ? "1 entry is" : $"{others} entries are")} different now, and kept as they are")
            : (true, null);
    }

    private void Take(Baseline baseline)
    {
        foreach (AuditItem item in _items)
        {
            _entries[item.Fingerprint] = baseline.Find(item.Fingerprint);
        }
    }

    /// <summary>One step.</summary>
    private sealed record Decision(IReadOnlyList<EntryChange> Changes, AuditItem? At);
}
