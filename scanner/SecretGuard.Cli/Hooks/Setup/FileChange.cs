using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

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

    /// <summary>The lines that come and go, in the order of the file.</summary>
    public IEnumerable<string> Difference() => InlineDiffBuilder.Diff(Before ?? "", After ?? "").Lines
        .Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted)
        .Select(line => $"{(line.Type == ChangeType.Inserted ? '+' : '-')} {line.Text}");
}
