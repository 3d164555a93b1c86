namespace SecretGuard.Git.Packs;

/// <summary>The segments of one delta after the other, in one array. Neighbours that belong together become one.</summary>
internal sealed class SegmentList
{
    private DeltaSegment[] _segments = new DeltaSegment[64];

    private int _count;

    public ReadOnlySpan<DeltaSegment> Segments => _segments.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Adds the range that follows the last one.</summary>
    public void Add(int target, int length, int source)
    {
        if (_count > 0)
        {
            ref DeltaSegment last = ref _segments[_count - 1];
            if (source < 0 ? last.Source < 0 : last.Source >= 0 && last.Source + last.Length == source)
            {
                last = last with { Length = last.Length + length };
                return;
            }
        }

        if (_count == _segments.Length)
        {
            Array.Resize(ref _segments, 2 * _count);
        }

        _segments[_count++] = new DeltaSegment(target, length, source);
    }
}
