using System.Runtime.InteropServices;
using SecretGuard.Detection;

namespace SecretGuard.Git.Scanning;

/// <summary>What a version of a file has that the one which it is stored against has not, and which secrets of that one it shares. Used for one after the other.</summary>
internal sealed class VersionChanges
{
    private readonly List<TextRange> _ranges = [];

    /// <summary>Where the version differs, in order.</summary>
    public ReadOnlySpan<TextRange> Ranges => CollectionsMarshal.AsSpan(_ranges);

    /// <summary>The ranges that are not as in the base, and the seams where something was taken out of it.</summary>
    public bool Find(in ObjectVisit visit, BlobState source)
    {
        _ranges.Clear();
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

            expected = segment.Source + segment.Length;
        }

        if (expected != source.Length)
        {
            _ranges.Add(new TextRange(visit.Content.Length, visit.Content.Length));
        }

        return !visit.Segments.IsEmpty;
    }

    /// <summary>
    /// Adds to the changes what was found in the base near one of them, and not here: the change may have taken away what it was known by, or it lies at the edge of
    /// what was looked at. False where there is no such thing that was not asked about.
    /// </summary>
    public bool AddDoubtful(in ObjectVisit visit, Content content, BlobState source, List<HeldSecret> held)
    {
        int known = _ranges.Count;
        IReadOnlyList<TextRange> around = Detector.Around(content, Ranges);
        foreach (HeldSecret secret in Copied(visit, source))
        {
            var place = new TextRange(secret.Start, secret.Start + secret.Length);
            if (!held.Exists(other => Overlaps(other, place)) && around.Any(range => Overlap(range, place)) && !_ranges.Exists(change => change.Start <= place.Start && place.End <= change.End))
            {
                _ranges.Add(place);
            }
        }

        _ranges.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return _ranges.Count > known;
    }

    /// <summary>Takes over what was found in the rest of the base.</summary>
    public void Carry(in ObjectVisit visit, Content content, BlobState source, List<HeldSecret> held)
    {
        int found = held.Count;
        IReadOnlyList<TextRange> around = Detector.Around(content, Ranges);
        foreach (HeldSecret secret in Copied(visit, source))
        {
            var place = new TextRange(secret.Start, secret.Start + secret.Length);
            if (held.FindIndex(0, found, other => Overlaps(other, place)) < 0 && !around.Any(range => Overlap(range, place)))
            {
                secret.Secret.Add(visit.Id);
                held.Add(secret);
            }
        }
    }

    /// <summary>The secrets of the base whose bytes are here too, at their places here.</summary>
    private static List<HeldSecret> Copied(in ObjectVisit visit, BlobState source)
    {
        var copied = new List<HeldSecret>();
        foreach (DeltaSegment segment in visit.Segments)
        {
            foreach (HeldSecret secret in segment.IsCopied ? source.Held : [])
            {
                if (secret.Start >= segment.Source && secret.Start + secret.Length <= segment.Source + segment.Length)
                {
                    copied.Add(secret with { Start = secret.Start - segment.Source + segment.Target });
                }
            }
        }

        return copied;
    }

    private static bool Overlaps(HeldSecret secret, TextRange place) => secret.Start < place.End && place.Start < secret.Start + secret.Length;

    private static bool Overlap(TextRange one, TextRange other) => one.Start < other.End && other.Start < one.End;
}
