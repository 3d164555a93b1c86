using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Audits;

/// <summary>
/// <c>secretguard.baseline</c> on the disk. It is read again before every write, so that what others write meanwhile stays, and replaced as a
/// whole, so that whoever is killed leaves either the old file or the new one.
/// </summary>
/// <param name="path">Full path; need not exist.</param>
internal sealed class BaselineFile(string path) : IDecisionFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What messages call it.</summary>
    public string Name { get; } = Path.GetFileName(path);

    /// <inheritdoc/>
    public Baseline Read() => File.Exists(path) ? Project.ReadBaseline(path, Name) : Baseline.Empty;

    /// <inheritdoc/>
    public DecisionOutcome Write(IReadOnlyList<EntryChange> changes)
    {
        using FileStream turn = TakeTurn();
        Baseline now = Read();
        int conflicts = changes.Count(change => now.Find(change.Fingerprint) != change.Before);
        if (conflicts > 0)
        {
            return new DecisionOutcome(now, conflicts);
        }

        HashSet<Fingerprint> changed = [.. changes.Select(change => change.Fingerprint)];
        var changedTo = new Baseline(now.Entries.Where(entry => !changed.Contains(entry.Fingerprint)).Concat(changes.Select(change => change.After).OfType<BaselineEntry>()));
        ReportWriter.WriteFile(path, output => output.Write(BaselineFormat.Write(changedTo)));
        return new DecisionOutcome(changedTo, 0);
    }

    /// <summary>
    /// Waits until no other audit is between reading and writing. The system ends the turn of a process that is killed; the empty file that
    /// such a one leaves is used and removed by the next.
    /// </summary>
    private FileStream TakeTurn()
    {
        DateTimeOffset last = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (UnauthorizedAccessException)
            {
                throw new UsageException($"cannot write '{Name}': access to its folder is denied");
            }
            catch (IOException) when (TimeProvider.System.GetUtcNow() < last)
            {
                Thread.Sleep(10);
            }
            catch (IOException error)
            {
                throw new UsageException($"cannot write '{Name}': {error.Message.TrimEnd('.')}");
            }
        }
    }
}
