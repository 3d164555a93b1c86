namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>A file as it is and as it is to be.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Before">Its text; null where there is no file.</param>
/// <param name="After">Its text afterwards; null where it is to go.</param>
internal sealed record FileChange(string Path, string? Before, string? After)
{
    /// <summary>What everybody may run, and its owner alone may write.</summary>
    public const UnixFileMode Runnable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Whether git is to run it.</summary>
    public bool IsScript { get; init; }

    /// <summary>Whether anything is to be done.</summary>
    public bool IsNeeded => Before != After;

    /// <summary>Writes the file as a whole, or takes it away.</summary>
    public void Apply()
    {
        if (After is null)
        {
            File.Delete(Path);
            return;
        }

        Outputs.ReportWriter.WriteFile(Path, output => output.Write(After), IsScript ? Runnable : null);
    }

    /// <summary>The lines that come and go, in the order of the file: the fewest that make the one text of the other.</summary>
    public IEnumerable<string> Difference()
    {
        string[] before = MarkedBlock.Lines(Before ?? ""), after = MarkedBlock.Lines(After ?? "");

        // How many lines the two have in common, in order, from here on.
        int[][] common = [.. before.Append("").Select(_ => new int[after.Length + 1])];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                common[i][j] = before[i] == after[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j == after.Length || (i < before.Length && common[i + 1][j] >= common[i][j + 1]))
            {
                yield return $"- {before[i++]}";
            }
            else
            {
                yield return $"+ {after[j++]}";
            }
        }
    }
}
