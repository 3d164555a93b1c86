using SecretGuard.Cli.Outputs;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Moving;

/// <summary>
/// What becomes of a plan to write secrets, for people and for a file. The file is written before each secret and after it, so that whoever is killed leaves one
/// that says what was written, and at most of one that nobody knows.
/// </summary>
/// <param name="rows">What is planned, secret by secret.</param>
/// <param name="path">The file; null where none is wanted.</param>
internal abstract class RunRecord<T>(T[] rows, string? path)
{
    /// <summary>Whether it was to be done.</summary>
    public bool IsApplied { get; init; }

    /// <summary>What ended the run before its end, for people; empty where nothing did.</summary>
    public string Stopped { get; set; } = "";

    /// <summary>How far each secret got.</summary>
    public IReadOnlyList<T> Rows => rows;

    /// <summary>What is known now.</summary>
    public abstract Document Document { get; }

    /// <summary>When the run began.</summary>
    protected DateTimeOffset StartedAt { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>Keeps what became of one, and writes the file.</summary>
    public void Keep(int index, Func<T, T> change)
    {
        rows[index] = Stamped(change(rows[index]), TimeProvider.System.GetUtcNow());
        Write();
    }

    /// <summary>Writes the file.</summary>
    public void Write()
    {
        if (path is not null)
        {
            ReportWriter.WriteFile(path, output => Document.Write("json", output));
        }
    }

    /// <summary>A row that was seen now.</summary>
    protected abstract T Stamped(T row, DateTimeOffset now);
}

/// <summary>The files of records.</summary>
internal static class RunRecord
{
    /// <summary>A file for a record. One that is there is another run's, with its ways back.</summary>
    public static string? Typed(string? typed) => typed is null ? null
        : typed.Length == 0 || !typed.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? throw new UsageException($"--record: '{typed}' does not end with .json")
        : File.Exists(typed) ? throw new UsageException($"--record: '{typed}' is there already, with the ways back of another run; name another file")
        : Path.GetFullPath(typed);
}
