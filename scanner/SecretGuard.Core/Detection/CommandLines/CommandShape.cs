namespace SecretGuard.Detection.CommandLines;

/// <summary>A command that takes secrets as arguments, and where they stand.</summary>
/// <param name="Words">The command and its subcommands.</param>
/// <param name="IgnoreCase">Whether the command is written in any case, as on Windows.</param>
/// <param name="Flag">Letters that one option must hold, or empty.</param>
/// <param name="Places">Where the secrets stand.</param>
internal sealed record CommandShape(IReadOnlyList<string> Words, bool IgnoreCase, string Flag, IReadOnlyList<SecretPlace> Places)
{
    /// <summary>The command itself.</summary>
    public string Name => Words[0];

    /// <summary>Whether an option may begin with a slash.</summary>
    public bool HasSlashOptions => IgnoreCase;

    /// <summary>One shape for each of the names, which <c>|</c> divides. <c>windows</c> among the places, or a capital letter in a name, says that options begin with a slash too and case does not count.</summary>
    public static IEnumerable<CommandShape> Parse(string names, string places)
    {
        string[] all = places.Split(' ');
        string flag = all.FirstOrDefault(place => place[0] == '!')?.Substring(1) ?? "";
        SecretPlace[] parsed = [.. all.Where(place => place[0] != '!' && place != "windows").Select(SecretPlace.Parse)];
        foreach (string name in names.Split('|'))
        {
            yield return new CommandShape(name.Split(' '), name.Any(char.IsUpper) || all.Contains("windows", StringComparer.Ordinal), flag, parsed);
        }
    }

    /// <summary>The place of this option and how many of its bytes are its name; null where the word is no such option.</summary>
    public SecretPlace? Find(ReadOnlySpan<byte> word, out int nameLength)
    {
        foreach (SecretPlace place in Places)
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

    /// <summary>The place that is a positional argument of this number, or null.</summary>
    public SecretPlace? Positional(int ordinal)
    {
        foreach (SecretPlace place in Places)
        {
            if (place.Ordinal == ordinal)
            {
                return place;
            }
        }

        return null;
    }
}
