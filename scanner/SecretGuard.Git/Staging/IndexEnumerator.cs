using SecretGuard.Git.Staging;

namespace SecretGuard.Git;

/// <summary>Goes over the entries of an index, merging a split one with its shared part.</summary>
public sealed class IndexEnumerator
{
    private readonly IndexCursor _own;
    private readonly IndexCursor? _shared;
    private readonly IndexCursor? _replacements;
    private readonly SplitIndex? _split;
    private bool _hasOwn;
    private bool _hasShared;
    private bool _isReplaced;
    private bool _isShared;
    private bool _isStarted;

    internal IndexEnumerator(IndexCursor own, (IndexCursor Cursor, SplitIndex Split)? shared)
    {
        _own = own;
        if (shared is not { } parts)
        {
            return;
        }

        // The entries that replace come first, in the order of what they replace, and have no path of their own.
        (_shared, _split) = parts;
        _replacements = own.Copy();
        do
        {
            _hasOwn = own.MoveNext();
        }
        while (_hasOwn && own.Path.IsEmpty);
        _hasShared = MoveShared();
    }

    /// <summary>The entry; valid until the next is asked for.</summary>
    public IndexEntry Current => !_isShared ? _own.Entry(_own.Path) : (_isReplaced ? _replacements! : _shared!).Entry(_shared!.Path);

    /// <summary>Goes to the next entry; false behind the last.</summary>
    /// <exception cref="RepositoryException">The index is damaged there.</exception>
    public bool MoveNext()
    {
        if (_shared is null)
        {
            return _own.MoveNext();
        }

        Advance();
        if (!_hasOwn && !_hasShared)
        {
            return false;
        }

        int order = !_hasOwn ? 1 : !_hasShared ? -1 : Compare(_own, _shared);
        if (order == 0)
        {
            // What is added anew stands for the one of the same path.
            _hasShared = MoveShared();
        }

        _isShared = order > 0;
        _isStarted = true;
        return true;
    }

    private void Advance()
    {
        if (!_isStarted)
        {
            return;
        }

        if (_isShared)
        {
            _hasShared = MoveShared();
        }
        else
        {
            _hasOwn = _own.MoveNext();
        }
    }

    private bool MoveShared()
    {
        while (_shared!.MoveNext())
        {
            int number = _shared.Read - 1;
            _isReplaced = _split!.Replaced[number] && _replacements!.MoveNext();
            if (!_split.Deleted[number])
            {
                return true;
            }
        }

        return false;
    }

    private static int Compare(IndexCursor left, IndexCursor right)
    {
        int order = left.Path.SequenceCompareTo(right.Path);
        return order != 0 ? order : left.Stage.CompareTo(right.Stage);
    }
}
