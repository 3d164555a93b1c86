namespace SecretGuard.References.Yaml;

/// <summary>How much of a document may be written anew: its anchors may hold themselves, or multiply, and a copy has no end then. What is behind the limit stays as it is.</summary>
internal sealed class ChangeLimit
{
    private const int Deepest = 64; // as deep as documents are read
    private const int MostParts = 100_000;

    private int _parts;
    private int _depth;

    /// <summary>Goes into a part, whose end <see cref="Leave"/> says; false where it is too much, and nothing is to be left.</summary>
    public bool TryEnter()
    {
        if (_depth == Deepest || _parts == MostParts)
        {
            return false;
        }

        _parts++;
        _depth++;
        return true;
    }

    /// <summary>Goes out of a part.</summary>
    public void Leave() => _depth--;
}
