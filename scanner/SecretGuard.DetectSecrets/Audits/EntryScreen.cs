using System.Globalization;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Scanning;

namespace SecretGuard.DetectSecrets.Audits;

/// <summary>Shows an entry with the lines around it and asks about it. Only a person at a terminal sees the secret.</summary>
internal sealed class EntryScreen(SecretPlaces places, ToolConsole console)
{
    private const int Around = 5;

    /// <summary>Whether somebody can answer at all.</summary>
    public bool IsInteractive => console.IsInteractive;

    /// <summary>Shows an entry; false where its secret is not in the file any more.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="status">A further line of the head, or null.</param>
    public bool Show(SecretEntry entry, int number, int count, string? status)
    {
        TextWriter output = console.Output;
        output.WriteLine();
        output.WriteLine($"Secret:      {number} of {count}");
        output.WriteLine($"Filename:    {entry.Identity.File}");
        output.WriteLine($"Secret Type: {entry.Identity.Type}");
        if (status is not null)
        {
            output.WriteLine($"Status:      {status}");
        }

        output.WriteLine("----------");
        FoundSecret? secret = places.Of([entry]).MinBy(found => Math.Abs(found.Line - entry.Line));
        if (secret is null)
        {
            output.WriteLine("ERROR: Secret not found in this file: it is gone, or the file is. Run 'detect-secrets scan --baseline' to take its entry out.");
            output.WriteLine("----------");
            return false;
        }

        IReadOnlyList<string> lines = places.Lines(entry.Identity.File);
        for (int line = Math.Max(1, secret.Line - Around); line <= Math.Min(lines.Count, secret.Line + Around); line++)
        {
            string text = !console.IsInteractive && line == secret.Line ? places.MaskedLine(entry.Identity.File, line, secret) : console.IsInteractive ? Visible(lines[line - 1]) : "";
            output.WriteLine($"{(line == secret.Line ? '>' : ' ')}{line.ToString(CultureInfo.InvariantCulture),5}: {text}");
        }

        output.WriteLine("----------");
        return true;
    }

    /// <summary>Asks until one of the letters is the answer; the end of the input means <c>q</c>.</summary>
    public char Ask(string question, string letters)
    {
        while (true)
        {
            console.Output.Write(question);
            console.Output.Flush();
            if (console.Input.ReadLine() is not { } line)
            {
                return 'q';
            }

            string answer = line.Trim().ToLowerInvariant();
            if (answer.Length > 0 && letters.Contains(answer[0], StringComparison.Ordinal))
            {
                return answer[0];
            }
        }
    }

    /// <summary>Says something behind the last entry.</summary>
    public void Say(string text) => console.Output.WriteLine(text);

    /// <summary>A file that is looked at cannot write to the terminal.</summary>
    private static string Visible(string line) => string.Concat(line.Select(c => c == '\t' ? "    " : char.IsControl(c) ? "?" : c.ToString()));
}
