using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Lines;

namespace SecretGuard.DetectSecrets.Updates;

/// <summary>
/// Looks for the secrets of entries by their hashes alone, among all that somebody may have captured of a line: what stands in quotes, between
/// blanks, or behind a sign of assignment. So no entry goes, with its label, only because two plugins disagree about what is a secret.
/// </summary>
/// <param name="lines">The lines in which a secret counts.</param>
internal sealed class HashSearch(IReadOnlyList<NumberedLine> lines)
{
    private const int Furthest = 500; // characters: a setting's sign stands near the beginning

    private static readonly char[][] Separators = [['"', '\''], [' ', '\t'], [' ', '\t', '"', '\'', ',', ';', '=', ':', '(', ')', '<', '>'], ['"', '\'', '`', ' ', '/', '@', ':']];

    private Dictionary<string, (int Line, string Value)>? _places;

    /// <summary>The line in which a secret of this hash stands, and what it is; or null.</summary>
    public (int Line, string Value)? Find(string hash)
    {
        _places ??= Hashed();
        return _places.TryGetValue(hash, out (int Line, string Value) place) ? place : null;
    }

    private Dictionary<string, (int Line, string Value)> Hashed()
    {
        var places = new Dictionary<string, (int Line, string Value)>(StringComparer.Ordinal);
        foreach (NumberedLine line in lines)
        {
            foreach (string candidate in Candidates(line.Text))
            {
                places.TryAdd(SecretIdentity.HashOf(candidate), (line.Number, candidate));
            }
        }

        return places;
    }

    private static HashSet<string> Candidates(string line)
    {
        var candidates = new HashSet<string>(StringComparer.Ordinal);
        foreach (char[] separators in Separators)
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
}
