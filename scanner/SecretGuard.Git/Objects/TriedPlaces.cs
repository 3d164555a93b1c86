namespace SecretGuard.Git;

/// <summary>The places that reading one object has led to, each once. Nearly always there is one, which takes no table.</summary>
internal sealed class TriedPlaces
{
    private ObjectLocation _first;
    private bool _hasFirst;
    private HashSet<ObjectLocation>? _more;

    /// <summary>Whether it has led there.</summary>
    public bool Contains(in ObjectLocation location) => (_hasFirst && _first.Equals(location)) || _more?.Contains(location) == true;

    /// <summary>Notes a place; false where it has led there before.</summary>
    public bool Add(in ObjectLocation location)
    {
        if (!_hasFirst)
        {
            (_first, _hasFirst) = (location, true);
            return true;
        }

        return !_first.Equals(location) && (_more ??= []).Add(location);
    }
}
