using System.Runtime.InteropServices;
using SecretGuard.Detection;

namespace SecretGuard.Git.Scanning;

/// <summary>What a version of a file has that the one which it is stored against has not, and which secrets of that one it shares. Used for one after the other.</summary>
internal sealed class VersionChanges
{
    private readonly List<TextRange> _ranges = [];
    private readonly List<CopiedRange> _copied = [];

    /// <summary>Where the version differs, in order.</summary>
    public ReadOnlySpan<TextRange> Ranges => CollectionsMarshal.AsSpan(_ranges);

    /// <summary>What it has of the other, in order.</summary>
    public ReadOnlySpan<CopiedRange> Copied => CollectionsMarshal.AsSpan(_copied);

    /// <summary>The ranges that are not as in the base, and the seams where something was taken out of it.</summary>
    public bool Find(in ObjectVisit visit, BlobState source)
    {
        _ranges.Clear();
        _copied.Clear();
        int expected = 0;
        foreach (DeltaSegment segment in visit.Segments)
        {
            if (!segment.IsCopied)
            {
                _ranges.Add(new TextRange(segment.Target, segment.Target + segment.Length));
                continue;
            }

            if (segment.Source != expected)
            {
                _ranges.Add(new TextRange(segment.Target, segment.Target));
            }

            _copied.Add(new CopiedRange(segment.Source, segment.Target, segment.Length));
            expected = segment.Source + segment.Length;
        }

        if (expected != source.Length)
        {
            _ranges.Add(new TextRange(visit.Content.Length, visit.Content.Length));
        }

        return !visit.Segments.IsEmpty;
    }

    /// <summary>
    /// Takes over what was found in the rest of the base. False where something was found there near a change, and not here: the change may have taken away what
    /// it was known by, or it lies at the edge of what was looked at. Its place is among the changes then, and whoever has looked again asks again.
    /// </summary>
    public bool TryCarry(in ObjectVisit visit, Content content, BlobState source, List<HeldSecret> held)
    {
        int known = _ranges.Count;
        var carried = new List<HeldSecret>();
        IReadOnlyList<TextRange> around = Detector.Around(content, Ranges);
        foreach (HeldSecret secret in Shared(source))
        {
            var place = new TextRange(secret.Start, secret.Start + secret.Length);
            if (held.Exists(other => Overlap(new TextRange(other.Start, other.Start + other.Length), place)))
            {
                continue;
            }

            if (!around.Any(range => Overlap(range, place)))
            {
                carried.Add(secret);
            }
            else if (!_ranges.Exists(change => change.Start <= place.Start && place.End <= change.End))
            {
                _ranges.Add(place);
            }
        }

        if (_ranges.Count > known)
        {
            _ranges.Sort(static (one, other) => one.Start.CompareTo(other.Start));
            return false;
        }

        foreach (HeldSecret secret in carried)
        {
            secret.Secret.Add(visit.Id);
        }

        held.AddRange(carried);
        return true;
    }

    /// <summary>The secrets of the base whose bytes are here too, at their places here.</summary>
    private List<HeldSecret> Shared(BlobState source)
    {
        var shared = new List<HeldSecret>();
        foreach (CopiedRange range in _copied)
        {
            foreach (HeldSecret secret in source.Held)
            {
                if (secret.Start >= range.Source && secret.Start + secret.Length <= range.Source + range.Length)
                {
                    shared.Add(secret with { Start = secret.Start - range.Source + range.Target });
                }
            }
        }

        return shared;
    }

    private static bool Overlap(TextRange one, TextRange other) => one.Start < other.End && other.Start < one.End;
}
