using System.Runtime.InteropServices;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Git.Caching;

namespace SecretGuard.Git.Scanning;

/// <summary>What is kept of a version of a file for those that are stored as deltas to it.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Syntax">What its text is taken for.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Held">The secrets in it.</param>
internal sealed record BlobState(string Path, FileSyntax Syntax, int Length, IReadOnlyList<HeldSecret> Held);

/// <summary>
/// One thread's look at all versions of all files. A version that is stored as a delta to another one of the same file is looked at where it differs;
/// what was found in the rest of the other is in this one too.
/// </summary>
internal sealed class BlobVisitor(Detector detector, HistorySecrets secrets, ObjectPaths paths, HistoryOptions options, HistoryCache cache, CancellationToken stop) : IObjectVisitor<BlobState>
{
    private readonly List<TextRange> _changes = [];
    private byte[] _buffer = new byte[256 * 1024];

    /// <summary>How many were no text.</summary>
    public int Binary { get; private set; }

    /// <summary>How many were looked at.</summary>
    public int Files { get; private set; }

    /// <summary>How many bytes they have.</summary>
    public long Bytes { get; private set; }

    /// <summary>The marks of what was looked at.</summary>
    public List<ulong> Marks { get; } = [];

    /// <summary>Looks at a file of an earlier run under the names that are new; says whether it is worth a finding.</summary>
    public bool LookUnderNewNames(in ObjectVisit visit)
    {
        bool found = false;
        string first = paths.Of(visit.Id) ?? "";
        foreach (string path in paths.OthersOf(visit.Id, first).Prepend(first))
        {
            if (!cache.Has(visit.Id, path))
            {
                Marks.Add(cache.MarkOf(visit.Id, path));
                found |= !options.IsExcluded(path) && LookAgain(visit, path);
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public BlobState? Visit(in ObjectVisit visit, BlobState? baseState)
    {
        string first = paths.Of(visit.Id) ?? "";
        IReadOnlyList<string> others = paths.OthersOf(visit.Id, first);
        Marks.Add(cache.Hash.Of(visit.Id));
        Marks.Add(cache.MarkOf(visit.Id, first));
        Marks.AddRange(Marked(visit.Id, others));
        if (others.Count > 0 || options.IsExcluded(first))
        {
            string[] wanted = [.. others.Prepend(first).Where(path => !options.IsExcluded(path))];
            if (wanted.Length == 0)
            {
                return null;
            }

            (first, others) = (wanted[0], wanted[1..]);
        }

        BlobState? state = Look(visit, first, baseState);
        foreach (string other in others)
        {
            LookAgain(visit, other);
        }

        return state;
    }

    private IEnumerable<ulong> Marked(ObjectId id, IReadOnlyList<string> names) => names.Count == 0 ? [] : names.Select(name => cache.MarkOf(id, name));

    /// <summary>Looks at a file under another of its names: a word is a value in one kind of file and an expression in another.</summary>
    private bool LookAgain(in ObjectVisit visit, string path)
    {
        bool found = false;
        Content content = Take(visit, path);
        foreach (Match match in detector.Resolve(detector.See(content, stop)).Where(match => match.Confidence >= options.MinConfidence))
        {
            secrets.Add(content, match, visit.Id, ObjectKind.Blob);
            found = true;
        }

        return found;
    }

    private BlobState? Look(in ObjectVisit visit, string path, BlobState? baseState)
    {
        Content content = Take(visit, path);
        Files++;
        Bytes += visit.Content.Length;
        Binary += content.IsBinary ? 1 : 0;
        bool asStored = ReferenceEquals(content.Buffer, _buffer) && !content.IsBinary;

        // Where the first lines make another kind of file of it, all of it may mean something else.
        FileSyntax syntax = FileSyntaxes.Of(path, visit.Content);
        bool isDelta = asStored && baseState is not null && baseState.Path == path && baseState.Syntax == syntax && FindChanges(visit, baseState);
        List<HeldSecret> held = Hold(visit.Id, content, isDelta ? SeeChanges(content) : detector.See(content, stop));
        if (isDelta && baseState!.Held.Count > 0)
        {
            while (AddDoubtful(visit, content, baseState, held))
            {
                held = Hold(visit.Id, content, SeeChanges(content));
            }

            Carry(visit, content, baseState, held);
        }

        return visit.IsBase && asStored ? new BlobState(path, syntax, visit.Content.Length, held) : null;
    }

    private List<HeldSecret> Hold(in ObjectId id, Content content, IReadOnlyList<Match> seen)
    {
        List<HeldSecret> held = [];
        foreach (Match match in seen.Count == 0 ? [] : detector.Resolve(seen))
        {
            if (match.Confidence >= options.MinConfidence)
            {
                held.Add(new HeldSecret(secrets.Add(content, match, id, ObjectKind.Blob), match.Start, match.Length));
            }
        }

        return held;
    }

    private Content Take(in ObjectVisit visit, string path)
    {
        if (visit.Content.Length > _buffer.Length)
        {
            _buffer = new byte[Math.Max(visit.Content.Length, Math.Min(Array.MaxLength, 2L * _buffer.Length))];
        }

        visit.Content.CopyTo(_buffer);
        return Content.FromBytes(_buffer, visit.Content.Length, path);
    }

    /// <summary>The ranges that are not as in the base, and the seams where something was taken out of it.</summary>
    private bool FindChanges(in ObjectVisit visit, BlobState source)
    {
        _changes.Clear();
        int expected = 0;
        foreach (DeltaSegment segment in visit.Segments)
        {
            if (!segment.IsCopied)
            {
                _changes.Add(new TextRange(segment.Target, segment.Target + segment.Length));
                continue;
            }

            if (segment.Source != expected)
            {
                _changes.Add(new TextRange(segment.Target, segment.Target));
            }

            expected = segment.Source + segment.Length;
        }

        if (expected != source.Length)
        {
            _changes.Add(new TextRange(visit.Content.Length, visit.Content.Length));
        }

        return !visit.Segments.IsEmpty;
    }

    private IReadOnlyList<Match> SeeChanges(Content content) => detector.SeeChanges(content, CollectionsMarshal.AsSpan(_changes), stop);

    /// <summary>
    /// Adds to the changes what was found in the base near one of them, and not here: the change may have taken it what it was known by, or it lies at the edge of
    /// what was looked at. False where there is no such thing that was not asked about.
    /// </summary>
    private bool AddDoubtful(in ObjectVisit visit, Content content, BlobState source, List<HeldSecret> held)
    {
        int known = _changes.Count;
        IReadOnlyList<TextRange> around = Detector.Around(content, CollectionsMarshal.AsSpan(_changes));
        foreach (HeldSecret secret in Copied(visit, source))
        {
            var place = new TextRange(secret.Start, secret.Start + secret.Length);
            if (!held.Exists(other => Overlaps(other, place)) && around.Any(range => Overlap(range, place)) && !_changes.Exists(change => change.Start <= place.Start && place.End <= change.End))
            {
                _changes.Add(place);
            }
        }

        _changes.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return _changes.Count > known;
    }

    /// <summary>Takes over what was found in the rest of the base.</summary>
    private void Carry(in ObjectVisit visit, Content content, BlobState source, List<HeldSecret> held)
    {
        int found = held.Count;
        IReadOnlyList<TextRange> around = Detector.Around(content, CollectionsMarshal.AsSpan(_changes));
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
