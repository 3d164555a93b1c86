namespace SecretGuard.Detection;

/// <summary>
/// Where in a text the gram of some literal may begin, in order. It depends on four bytes only: what a text has of another one is there in it too, and
/// need not be sought again.
/// </summary>
public sealed class GramPlaces
{
    private int[] _places = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The memory that a copy takes, in bytes.</summary>
    public int Size => Count * sizeof(int);

    internal int this[int number] => _places[number];

    /// <summary>The same, for as long as it is wanted.</summary>
    public GramPlaces Copy() => new() { _places = _places.AsSpan(0, Count).ToArray(), Count = Count };

    internal void Clear() => Count = 0;

    internal void Add(int place)
    {
        Reserve(1);
        _places[Count++] = place;
    }

    /// <summary>Adds those that another text has in a range which is here too.</summary>
    /// <param name="source">Those of the other text.</param>
    /// <param name="hint">The number of the one after those that were taken over last: most ranges follow each other.</param>
    /// <param name="range">The range.</param>
    internal void AddCopied(GramPlaces source, ref int hint, CopiedRange range)
    {
        hint = source.From(range.Source, hint);
        Reserve(Math.Min(source.Count - hint, range.Length));
        ReadOnlySpan<int> from = source._places.AsSpan(hint, source.Count - hint);
        Span<int> to = _places.AsSpan(Count);
        int end = range.Source + range.Length - Gram.Length, shift = range.Target - range.Source, taken = 0;
        for (; taken < from.Length && from[taken] <= end; taken++)
        {
            to[taken] = from[taken] + shift;
        }

        Count += taken;
        hint += taken;
    }

    /// <summary>The number of the first place from a byte on.</summary>
    /// <param name="position">The byte.</param>
    /// <param name="hint">A number that is likely not far before it.</param>
    internal int From(int position, int hint)
    {
        if (hint > Count || (hint > 0 && _places[hint - 1] >= position))
        {
            hint = 0;
        }

        // Steps that grow until one goes too far, then halves.
        int step = 1, low = hint, high = hint;
        while (high < Count && _places[high] < position)
        {
            (low, high, step) = (high + 1, high + step, 2 * step);
        }

        high = Math.Min(high, Count);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _places[middle] < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Reserve(int more)
    {
        if (Count + more > _places.Length)
        {
            Array.Resize(ref _places, Math.Max(Math.Max(256, Count + more), 2 * Count));
        }
    }
}
