namespace SecretGuard.Triage;

/// <summary>Patterns of which the last that matches decides, so that <c>!</c> can take back.</summary>
public sealed class GlobList(IReadOnlyList<Glob> globs)
{
    /// <summary>A list that matches nothing.</summary>
    public static GlobList Empty { get; } = new([]);

    /// <summary>The patterns.</summary>
    public IReadOnlyList<Glob> Globs { get; } = globs;

    /// <summary>Whether a path (relative, with <c>/</c>) is matched.</summary>
    public bool IsMatch(string path)
    {
        for (int i = Globs.Count - 1; i >= 0; i--)
        {
            if (Globs[i].IsMatch(path))
            {
                return !Globs[i].IsNegated;
            }
        }

        return false;
    }
}
