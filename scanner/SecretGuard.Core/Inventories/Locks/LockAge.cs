namespace SecretGuard.Inventories;

/// <summary>How old the answers of a lock may be.</summary>
public static class LockAge
{
    /// <summary>Older answers are told as old.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    /// <summary>What is to be said of the answers of a lock on a day; null where all are fresh.</summary>
    public static string? Warning(IReadOnlyList<LockRecord> records, DateTime day) => records.Any(record => record.Asked < day.Date - Fresh)
        ? $"{LockFormat.FileName} holds answers of {records.Min(record => record.Asked):yyyy-MM-dd}; 'secretguard lock' asks the stores anew."
        : null;
}
