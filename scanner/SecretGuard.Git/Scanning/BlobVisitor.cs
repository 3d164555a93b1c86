using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Git.Caching;

namespace SecretGuard.Git.Scanning;

/// <summary>What is kept of a version of a file for those that are stored as deltas to it.</summary>
/// <param name="Reading">How its path makes it be read.</param>
/// <param name="Syntax">What its text is taken for.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Held">The secrets in it.</param>
/// <param name="Places">Where literals may begin in it; null where that would take too much memory.</param>
/// <param name="PlacesSize">The memory that these take with those of all versions that it is made of, in bytes.</param>
internal sealed record BlobState(string Reading, FileSyntax Syntax, int Length, HeldSecret[] Held, GramPlaces? Places, long PlacesSize);

/// <summary>
/// One thread's look at all versions of all files. A version that is stored as a delta to another one of the same file is looked at where it differs;
/// what was found in the rest of the other is in this one too.
/// </summary>
internal sealed class BlobVisitor(Detector detector, HistorySecrets secrets, ObjectPaths paths, HistoryOptions options, HistoryCache cache, CancellationToken stop) : IObjectVisitor<BlobState>
{
    private const long MostPlaces = 24 << 20; // of one chain of versions
    private const int LongestText = 16 << 20; // of which places are noted: made to, every third byte may be one

    private readonly VersionChanges _changes = new();
    private readonly GramPlaces _places = new();
    private byte[] _buffer = [];

    /// <summary>How many were no text.</summary>
    public int Binary { get; private set; }

    /// <summary>How many were looked at.</summary>
    public int Files { get; private set; }

    /// <summary>How many bytes they have.</summary>
    public long Bytes { get; private set; }

    /// <summary>The marks of what was looked at.</summary>
    public List<ulong> Marks { get; } = [];

    /// <summary>Looks at a file of an earlier run under a path that is read as none of those that it had then; says whether it is worth a finding.</summary>
    public bool LookUnderNewPath(in ObjectVisit visit, string path)
    {
        Marks.Add(cache.MarkOf(visit.Id, path));
        return !options.IsExcluded(path) && LookAgain(visit, path);
    }

    /// <inheritdoc/>
    public BlobState? Visit(in ObjectVisit visit, BlobState? baseState)
    {
        string first = paths.Of(visit.Id, out IReadOnlyList<string> others) ?? "";
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
        bool asStored = (ReferenceEquals(content.Buffer, visit.Array) || ReferenceEquals(content.Buffer, _buffer)) && !content.IsBinary;

        // Where the first lines make another kind of file of it, all of it may mean something else.
        FileSyntax syntax = FileSyntaxes.Of(path, visit.Content);
        bool isDelta = asStored && baseState is not null && baseState.Syntax == syntax && baseState.Reading == PathReading.Of(path) && _changes.Find(visit, baseState);
        bool isKept = visit.IsBase && asStored;
        GramPlaces? places = FindPlaces(content, isDelta, isKept, baseState);
        List<HeldSecret> held = Hold(visit.Id, content, isDelta ? SeeChanges(content, places) : places is null ? detector.See(content, stop) : detector.See(content, places, stop));
        while (isDelta && baseState!.Held.Length > 0 && !_changes.TryCarry(visit, content, baseState, held))
        {
            held = Hold(visit.Id, content, SeeChanges(content, places));
        }

        return isKept ? Keep(new BlobState(PathReading.Of(path), syntax, visit.Content.Length, [.. held], places, isDelta ? baseState!.PlacesSize : 0)) : null;
    }

    /// <summary>Where literals may begin in a version: what is known of the one that it is made of, and what is worth knowing for those that are made of it.</summary>
    private GramPlaces? FindPlaces(Content content, bool isDelta, bool isKept, BlobState? baseState)
    {
        if (content.Length > LongestText || (isDelta ? baseState!.Places is null : !isKept))
        {
            return null;
        }

        if (isDelta)
        {
            detector.FindPlaces(content, baseState!.Places!, _changes.Copied, _places);
        }
        else
        {
            detector.FindPlaces(content, _places);
        }

        return _places;
    }

    /// <summary>With places of its own, where the whole chain does not take too much.</summary>
    private static BlobState Keep(BlobState state) => state.Places is { } places && state.PlacesSize + places.Size <= MostPlaces
        ? state with { Places = places.Copy(), PlacesSize = state.PlacesSize + places.Size }
        : state with { Places = null };

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
        if (visit.Array is { } array)
        {
            return Content.FromBytes(array, visit.Content.Length, path);
        }

        if (visit.Content.Length > _buffer.Length)
        {
            _buffer = new byte[Math.Max(visit.Content.Length, Math.Min(Array.MaxLength, 2L * _buffer.Length))];
        }

        visit.Content.CopyTo(_buffer);
        return Content.FromBytes(_buffer, visit.Content.Length, path);
    }

    private IReadOnlyList<Match> SeeChanges(Content content, GramPlaces? places) => detector.SeeChanges(content, _changes.Ranges, places, stop);
}
