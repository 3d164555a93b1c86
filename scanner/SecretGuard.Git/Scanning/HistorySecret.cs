using SecretGuard.Detection;
using SecretGuard.Git.Caching;

namespace SecretGuard.Git.Scanning;

/// <summary>One secret, whatever number of versions hold it. Does not hold its value.</summary>
internal sealed class HistorySecret
{
    private readonly Lock _lock = new();
    private readonly HashSet<ObjectId> _holders = [];

    /// <summary>Its number in this run.</summary>
    public required int Number { get; init; }

    /// <summary>What tells it from others.</summary>
    public required SecretIdentity Identity { get; init; }

    /// <summary>Whether messages hold it, and no file.</summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>Where it was seen: at first by the thread that came first, then where it was told.</summary>
    public required SeenPlace Seen { get; set; }

    /// <summary>The objects that hold it.</summary>
    public IReadOnlyCollection<ObjectId> Holders => _holders;

    /// <summary>Notes an object that holds it.</summary>
    public void Add(in ObjectId holder)
    {
        lock (_lock)
        {
            _holders.Add(holder);
        }
    }
}

/// <summary>A place where a secret was seen.</summary>
/// <param name="Holder">The object.</param>
/// <param name="Path">The path that this one had when it was looked at: another may say something else of the same bytes.</param>
/// <param name="Start">Its first byte there.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="IsTold">Whether it was told there: then it is the place of that version which says most clearly that it is a secret.</param>
internal sealed record SeenPlace(ObjectId Holder, string Path, int Start, int Length, bool IsTold = false);

/// <summary>A secret at its place in one object.</summary>
internal readonly record struct HeldSecret(HistorySecret Secret, int Start, int Length);

/// <summary>What tells secrets apart in one run: the kind, and a digest under a key that no other run has.</summary>
internal readonly record struct SecretIdentity(string Rule, UInt128 Digest);

/// <summary>The secrets of one run.</summary>
internal sealed class HistorySecrets
{
    private readonly KeyedHash _upper = KeyedHash.Draw();
    private readonly KeyedHash _lower = KeyedHash.Draw();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(SecretIdentity, ObjectKind), HistorySecret> _all = [];
    private int _count;

    /// <summary>All, in no order.</summary>
    public ICollection<HistorySecret> All => _all.Values;

    /// <summary>What tells a match from others.</summary>
    public SecretIdentity IdentityOf(Content content, Match match) => IdentityOf(match.Rule.Slug, content.Buffer.AsSpan(match.Start, match.Length));

    /// <summary>The secret of a match; its place is noted.</summary>
    public HistorySecret Add(Content content, Match match, in ObjectId holder, ObjectKind kind)
    {
        HistorySecret secret = _all.GetOrAdd(
            (IdentityOf(content, match), kind),
            static (key, seen) => new HistorySecret
            {
                Number = seen.Number(), Identity = key.Item1, Kind = key.Item2, Seen = new SeenPlace(seen.Holder, seen.Path, seen.Start, seen.Length),
            },
            (Number: (Func<int>)(() => Interlocked.Increment(ref _count) - 1), Holder: holder, content.Path, match.Start, match.Length));
        secret.Add(holder);
        return secret;
    }

    /// <summary>Enters what an earlier run found.</summary>
    /// <param name="kept">What was kept of it.</param>
    /// <param name="value">The bytes at its place.</param>
    public void Restore(KeptSecret kept, ReadOnlySpan<byte> value)
    {
        SecretIdentity identity = IdentityOf(kept.Rule, value);
        var secret = new HistorySecret { Number = _count++, Identity = identity, Kind = kept.Kind, Seen = kept.Seen };
        foreach (ObjectId holder in kept.Holders)
        {
            secret.Add(holder);
        }

        _all[(identity, kept.Kind)] = secret;
    }

    private SecretIdentity IdentityOf(string rule, ReadOnlySpan<byte> value) => new(rule, new UInt128(_upper.Of(value), _lower.Of(value)));
}
