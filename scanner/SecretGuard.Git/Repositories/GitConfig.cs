using System.Text;

namespace SecretGuard.Git;

/// <summary>One configuration file of git (git-config: "Syntax"), without what it includes: what a repository is made of is never included.</summary>
internal sealed class GitConfig
{
    private readonly List<Entry> _entries = [];

    /// <summary>Reads the text of a file; what is not understood is passed over.</summary>
    public static GitConfig Parse(string text)
    {
        var config = new GitConfig();
        string section = "";
        string subsection = "";
        var lines = new Queue<string>(Array.ConvertAll(text.TrimStart('\uFEFF').Split('\n'), line => line.TrimEnd('\r')));
        while (lines.TryDequeue(out string? line))
        {
            line = line.Trim();
            if (line.StartsWith('['))
            {
                int end = HeaderEnd(line);
                if (end < 0)
                {
                    continue;
                }

                (section, subsection) = ParseHeader(line[1..end]);
                line = line[(end + 1)..].Trim();
            }

            if (line.Length > 0 && char.IsAsciiLetter(line[0]))
            {
                int equals = line.IndexOf('=', StringComparison.Ordinal);
                string key = (equals < 0 ? line.Split('#', ';')[0] : line[..equals]).Trim();
                config._entries.Add(new Entry(section, subsection, key.ToLowerInvariant(), equals < 0 ? null : ParseValue(line[(equals + 1)..], lines)));
            }
        }

        return config;
    }

    /// <summary>The last value of a key; "true" where only the key stands there, null where there is none.</summary>
    public string? Value(string section, string key) => Value(section, "", key);

    /// <summary>The last value of a key in a subsection.</summary>
    public string? Value(string section, string subsection, string key)
    {
        int at = _entries.FindLastIndex(entry => entry.Section == section && entry.Subsection == subsection && entry.Key == key);
        return at < 0 ? null : _entries[at].Value ?? "true";
    }

    /// <summary>The subsections of a section, each once.</summary>
    public string[] Subsections(string section) => Distinct(_entries.FindAll(entry => entry.Section == section && entry.Subsection.Length > 0).ConvertAll(entry => entry.Subsection));

    /// <summary>The keys of a section, each once.</summary>
    public string[] Keys(string section) => Distinct(_entries.FindAll(entry => entry.Section == section && entry.Subsection.Length == 0).ConvertAll(entry => entry.Key));

    /// <summary>Whether git takes a value for true.</summary>
    public static bool IsTrue(string? value) => value?.ToLowerInvariant() is "true" or "yes" or "on" or "1";

    private static string[] Distinct(List<string> words)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        return [.. words.FindAll(met.Add)];
    }

    private static int HeaderEnd(string line)
    {
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ']' && !quoted)
            {
                return i;
            }
        }

        return -1;
    }

    private static (string Section, string Subsection) ParseHeader(string header)
    {
        int quote = header.IndexOf('"', StringComparison.Ordinal);
        if (quote < 0)
        {
            // The old form, [section.subsection], ignores case.
            string[] parts = header.Trim().ToLowerInvariant().Split('.', 2);
            return (parts[0], parts.Length > 1 ? parts[1] : "");
        }

        var subsection = new StringBuilder();
        for (int i = quote + 1; i < header.Length && header[i] != '"'; i++)
        {
            i += header[i] == '\\' && i + 1 < header.Length ? 1 : 0;
            subsection.Append(header[i]);
        }

        return (header[..quote].Trim().ToLowerInvariant(), subsection.ToString());
    }

    private static string ParseValue(string text, Queue<string> following)
    {
        var value = new StringBuilder();
        int solid = 0;
        bool quoted = false;
        text = text.TrimStart();
        for (int i = 0; i < text.Length; i++)
        {
            char next = text[i];
            if (next == '"')
            {
                quoted = !quoted;
            }
            else if (next is '#' or ';' && !quoted)
            {
                break;
            }
            else if (next != '\\')
            {
                value.Append(next);
            }
            else if (++i < text.Length)
            {
                value.Append(text[i] switch { 'n' => '\n', 't' => '\t', 'b' => '\b', var other => other });
            }
            else if (following.TryDequeue(out string? more))
            {
                text = more;
                i = -1;
                continue;
            }

            // Blanks at the end count only inside of quotes.
            solid = quoted || !char.IsWhiteSpace(next) ? value.Length : solid;
        }

        return value.ToString(0, solid);
    }

    private sealed record Entry(string Section, string Subsection, string Key, string? Value);
}
