using System.Collections.Concurrent;

namespace SecretGuard.Git.Tests;

/// <summary>Keeps every object, and checks on the way what is promised of segments and states.</summary>
internal sealed class Collector : IObjectVisitor<Collector.Seen>
{
    public ConcurrentDictionary<string, (string Kind, byte[] Content)> Objects { get; } = new(StringComparer.Ordinal);

    public ConcurrentBag<string> Twice { get; } = [];

    public int Deltas;

    public static (Collector Collector, ReadSummary Summary) Read(string path, ReadOptions? options = null, RepositoryOptions? from = null)
    {
        using GitRepository repository = Sandbox.Open(path, from);
        return Read(repository, options);
    }

    public static (Collector Collector, ReadSummary Summary) Read(GitRepository repository, ReadOptions? options = null)
    {
        var collector = new Collector();
        return (collector, repository.ReadAll(() => collector, options ?? new ReadOptions { Threads = 3 }, TestContext.Current.CancellationToken));
    }

    public Seen? Visit(in ObjectVisit visit, Seen? baseState)
    {
        string id = visit.Id.ToString();
        byte[] content = visit.Content.ToArray();
        if (!Objects.TryAdd(id, (visit.Kind.ToString().ToLowerInvariant(), content)))
        {
            Twice.Add(id);
        }

        if (!visit.Segments.IsEmpty)
        {
            Interlocked.Increment(ref Deltas);
            baseState?.Id.ShouldBe(visit.BaseId);
            CheckSegments(visit, baseState?.Content);
        }

        return new Seen(visit.Id, content);
    }

    private static void CheckSegments(in ObjectVisit visit, byte[]? source)
    {
        int at = 0;
        foreach (DeltaSegment segment in visit.Segments)
        {
            segment.Target.ShouldBe(at);
            segment.Length.ShouldBeGreaterThan(0);
            if (segment.IsCopied && source is not null)
            {
                source.AsSpan(segment.Source, segment.Length).SequenceEqual(visit.Content.Slice(at, segment.Length)).ShouldBeTrue();
            }

            at += segment.Length;
        }

        at.ShouldBe(visit.Content.Length);
    }

    internal sealed record Seen(ObjectId Id, byte[] Content);
}
