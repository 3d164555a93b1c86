namespace SecretGuard.Detection.CommandLines;

/// <summary>A command that takes secrets as arguments, and where they stand. A run meets few commands: the rest of a name and the places are read when it does.</summary>
/// <param name="name">The command and its subcommands, with a blank between them.</param>
/// <param name="row">Where the secrets stand.</param>
internal sealed class CommandShape(string name, CommandRow row)
{
    private string[]? _words;

    /// <summary>The command and its subcommands.</summary>
    public IReadOnlyList<string> Words => _words ??= name.Split(' ');

    /// <summary>The command itself.</summary>
    public string Name => Words[0];

    /// <summary>Letters of <see cref="Name"/>.</summary>
    public int NameLength { get; } = name.IndexOf(' ') is > 0 and var length ? length : name.Length;

    /// <summary>Whether the command is written in any case, as on Windows: a capital letter in its name says so too.</summary>
    public bool IgnoreCase { get; } = row.IsWindows || HasCapital(name);

    /// <summary>Whether an option may begin with a slash.</summary>
    public bool HasSlashOptions => IgnoreCase;

    /// <summary>Letters that one option must hold, or empty.</summary>
    public string Flag => row.Flag;

    /// <summary>The place of this option and how many of its bytes are its name; null where the word is no such option.</summary>
    public SecretPlace? Find(ReadOnlySpan<byte> word, out int nameLength)
    {
        foreach (SecretPlace place in row.Places)
        {
            nameLength = place.Option.Length;
            if (nameLength == 0 || !AsciiText.StartsWith(word, place.Option, IgnoreCase))
            {
                continue;
            }

            if (place.IsAttached ? word.Length > nameLength : word.Length == nameLength)
            {
                return place;
            }

            bool joined = !place.IsAttached && word.Length > nameLength + 1 && nameLength > 2 && word[nameLength] is (byte)'=' or (byte)':';
            if (joined)
            {
                nameLength++;
                return place;
            }
        }

        nameLength = 0;
        return null;
    }

    private static bool HasCapital(string name)
    {
        foreach (char letter in name)
        {
            if (char.IsUpper(letter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The place that is a positional argument of this number, or null.</summary>
    public SecretPlace? Positional(int ordinal)
    {
        foreach (SecretPlace place in row.Places)
        {
            if (place.Ordinal == ordinal)
            {
                return place;
            }
        }

        return null;
    }
}
