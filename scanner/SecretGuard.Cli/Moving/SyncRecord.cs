using SecretGuard.Cli.Outputs;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Moving;

/// <summary>
/// What becomes of a plan, for people and for the record. The record is written before each secret and after it, so that whoever is killed leaves one that says what
/// was written, and at most of one that nobody knows.
/// </summary>
/// <param name="stores">The stores.</param>
/// <param name="items">The plan.</param>
/// <param name="path">The file of the record; null where none is wanted.</param>
internal sealed class SyncRecord(ComparedStores stores, IReadOnlyList<SyncItem> items, string? path)
{
    private readonly SyncedSecret[] _secrets = [.. items.Select(item => item.Told())];
    private readonly DateTimeOffset _startedAt = TimeProvider.System.GetUtcNow();

    /// <summary>Whether it was to be done.</summary>
    public bool IsApplied { get; init; }

    /// <summary>What ended the run before its end, for people; empty where nothing did.</summary>
    public string Stopped { get; set; } = "";

    /// <summary>What is known now.</summary>
    public SyncDocument Document => new(stores, [.. _secrets]) { ToolVersion = ToolVersion.Current, IsApplied = IsApplied, StartedAt = _startedAt, User = Environment.UserName, Stopped = Stopped };

    /// <summary>How far each secret got.</summary>
    public IReadOnlyList<SyncedSecret> Secrets => _secrets;

    /// <summary>A file for a record. One that is there is another run's, with its ways back.</summary>
    public static string? Typed(string? typed) => typed is null ? null
        : typed.Length == 0 || !typed.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? throw new UsageException($"--record: '{typed}' does not end with .json")
        : File.Exists(typed) ? throw new UsageException($"--record: '{typed}' is there already, with the ways back of another run; name another file")
        : Path.GetFullPath(typed);

    /// <summary>Keeps what became of one, and writes the record.</summary>
    public void Keep(int index, Func<SyncedSecret, SyncedSecret> change)
    {
        _secrets[index] = change(_secrets[index]) with { At = TimeProvider.System.GetUtcNow() };
        Write();
    }

    /// <summary>Writes the record.</summary>
    public void Write()
    {
        if (path is not null)
        {
            ReportWriter.WriteFile(path, output => Document.Write("json", output));
        }
    }
}
