using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Lines;

namespace SecretGuard.DetectSecrets.Updates;

/// <summary>
/// Looks for the secret of an entry by its hash alone, among all that somebody may have captured of a line: what stands in quotes, between
/// blanks, or behind a sign of assignment. So no entry goes, with its label, only because two plugins disagree about what is a secret.
/// </summary>
internal static class HashSearch
{
    /// <summary>The line in which it stands, and what it is; or null.</summary>
    public static (int Line, string Value)? Find(IReadOnlyList<NumberedLine> lines, string hash)
    {
        foreach (NumberedLine line in lines)
        {
            foreach (string candidate in Candidates(line.Text))
            {
                if (SecretIdentity.HashOf(candidate) == hash)
                {
                    return (line.Number, candidate);
                }
            }
        }

        return null;
    }

    private static HashSet<string> Candidates(string line)
    {
        var candidates = new HashSet<string>(StringComparer.Ordinal);
        foreach (char[] separators in (char[][])[['"', '\''], [' ', '\t'], [' ', '\t', '"', '\'', ',', ';', '=', ':', '(', ')', '<', '>'], ['"', '\'', '`', ' ', '/', '@', ':']])
        {
            candidates.UnionWith(line.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        for (int sign = line.IndexOfAny(['=', ':']); sign >= 0 && sign < Furthest; sign = line.IndexOfAny(['=', ':'], sign + 1))
        {
            string rest = line[(sign + 1)..].Trim();
            candidates.Add(rest);
            candidates.Add(rest.Trim('"', '\'', '`', ',', ';'));
        }

        candidates.Remove("");
        return candidates;
    }

    private const int Furthest = 500; // characters: a setting's sign stands near the beginning
}
