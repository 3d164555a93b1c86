using SecretGuard.DetectSecrets.Baselines;

namespace SecretGuard.DetectSecrets.Audits;

/// <summary><c>audit --diff</c>: shows what is in one of two baselines only. Writes nothing.</summary>
internal sealed class BaselineDiff(SecretsBaseline before, SecretsBaseline after, EntryScreen screen)
{
    private const string Question = "What would you like to do? (s)kip, (b)ack, (q)uit: ";

    public int Run()
    {
        (SecretEntry Entry, bool IsAdded)[] changes =
        [
            .. Without(before.Entries, after.Entries).Select(entry => (entry, false))
                .Concat(Without(after.Entries, before.Entries).Select(entry => (entry, true)))
                .OrderBy(change => change.Item1.Identity.File, CodePointOrder.Instance).ThenBy(change => change.Item1.Line),
        ];
        if (changes.Length == 0)
        {
            screen.Say("No baseline differences found!");
        }

        for (int i = 0; i < changes.Length;)
        {
            screen.Show(changes[i].Entry, i + 1, changes.Length, changes[i].IsAdded ? ">> ADDED <<" : ">> REMOVED <<");
            char answer = screen.IsInteractive ? screen.Ask(Question, "sbq") : 's';
            if (answer == 'q')
            {
                break;
            }

            i = answer == 'b' ? Math.Max(0, i - 1) : i + 1;
        }

        return 0;
    }

    private static IEnumerable<SecretEntry> Without(IEnumerable<SecretEntry> entries, IEnumerable<SecretEntry> others) =>
        entries.ExceptBy(others.Select(other => other.Identity), entry => entry.Identity);
}
