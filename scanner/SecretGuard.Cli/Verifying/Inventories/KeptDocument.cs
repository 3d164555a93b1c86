using System.Text;
using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>A document of which a part is made of the declaration and kept current.</summary>
/// <param name="kind">What the part shows.</param>
/// <param name="command">The command that makes it.</param>
internal sealed class KeptDocument(string kind, string command)
{
    private readonly DocumentBlock _block = new(kind);

    /// <summary>Prints the lines, or writes them into a document, or says whether it has them.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="file">The document; null to print.</param>
    /// <param name="onlyChecks">Whether nothing is written.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">There is no such document, or no place in it.</exception>
    public int Write(IReadOnlyList<string> lines, string? file, bool onlyChecks) =>
        file is not null ? Keep(file, lines, onlyChecks)
        : onlyChecks ? throw new UsageException("--check: say with --output which document is to be current")
        : Print(lines);

    private static int Print(IReadOnlyList<string> lines)
    {
        foreach (string line in lines)
        {
            Console.Out.WriteLine(line);
        }

        return ExitCodes.Clean;
    }

    private int Keep(string file, IReadOnlyList<string> lines, bool onlyChecks)
    {
        string path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            throw new UsageException($"--output: '{file}' does not exist; make it with the lines '{_block.Begin}' and '{_block.End}' where it is to be");
        }

        string before = Text(path, file);
        var change = new FileChange(path, before, _block.Fill(before, lines, file));
        if (change.IsNeeded && onlyChecks)
        {
            foreach (string line in MarkedBlock.Lines(before).Except(MarkedBlock.Lines(change.After!), StringComparer.Ordinal).Select(line => "- " + line)
                .Concat(MarkedBlock.Lines(change.After!).Except(MarkedBlock.Lines(before), StringComparer.Ordinal).Select(line => "+ " + line)))
            {
                Console.Out.WriteLine(VisibleText.Of(line));
            }

            Console.Out.WriteLine($"{VisibleText.Of(file)} is not current: run 'secretguard {command} --output {VisibleText.Of(file)}'");
            return ExitCodes.Findings;
        }

        if (change.IsNeeded)
        {
            change.Apply();
        }

        Console.Out.WriteLine($"{VisibleText.Of(file)} {(change.IsNeeded ? "was brought up to date" : "is current")}");
        return ExitCodes.Clean;
    }

    /// <summary>The text as it is, a mark of its encoding at its beginning included.</summary>
    private static string Text(string path, string name)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new UsageException($"--output: '{name}' cannot be read as UTF-8: {error.Message}");
        }
    }
}
