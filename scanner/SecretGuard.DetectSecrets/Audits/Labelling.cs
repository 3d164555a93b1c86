using SecretGuard.DetectSecrets.Baselines;

namespace SecretGuard.DetectSecrets.Audits;

/// <summary>
/// Goes through the entries that have no label and asks for one. Every decision is written at once, so that whoever ends the program
/// loses none.
/// </summary>
internal sealed class Labelling(BaselineFile file, EntryScreen screen, IWorkspace workspace, TimeProvider clock)
{
    private const string Question = "Should this string be committed to the repository? (y)es, (n)o, (s)kip, (b)ack, (q)uit: ";
    private const string QuestionWithoutSecret = "What would you like to do? (s)kip, (b)ack, (q)uit: ";

    private readonly SecretEntry[] _entries =
    [
        .. file.Baseline.Entries.GroupBy(entry => entry.Identity.File, StringComparer.Ordinal).OrderBy(group => group.Key, CodePointOrder.Instance).SelectMany(SecretsBaseline.Sorted),
    ];

    public int Run()
    {
        if (_entries.Length > 0 && file.Baseline.IsSlim)
        {
            throw new BaselineException("A slim baseline has no line numbers, so its secrets cannot be shown. Make one without --slim.");
        }

        int[] open = [.. Enumerable.Range(0, _entries.Length).Where(i => _entries[i].IsSecret is null)];
        if (open.Length == 0)
        {
            screen.Say("Nothing to audit!");
            return 0;
        }

        for (int i = 0; i < open.Length;)
        {
            SecretEntry entry = _entries[open[i]];
            char answer = screen.Show(entry, i + 1, open.Length, null) ? screen.Ask(Question, "ynsbq") : screen.Ask(QuestionWithoutSecret, "sbq");
            if (answer == 'q')
            {
                screen.Say("Quitting...");
                break;
            }

            if (answer == 'b')
            {
                i = Math.Max(0, i - 1);
                continue;
            }

            Label(open[i], answer switch { 'y' => false, 'n' => true, _ => null });
            i++;
        }

        screen.Say("Saving progress...");
        return 0;
    }

    /// <summary>What should be committed is no secret.</summary>
    private void Label(int index, bool? isSecret)
    {
        if (_entries[index].IsSecret == isSecret)
        {
            return;
        }

        _entries[index] = _entries[index] with { IsSecret = isSecret };
        SecretsBaseline written = file.Baseline with
        {
            Version = SecretsBaseline.ToolVersion,
            Entries = _entries,
            GeneratedAt = file.Baseline.GeneratedAt is null ? null : SecretsBaseline.Stamp(clock.GetUtcNow()),
        };
        workspace.Write(file.Path, written.Write());
    }
}
