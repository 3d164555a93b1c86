using SecretGuard.Detection;
using SecretGuard.Git.Caching;

namespace SecretGuard.Git.Scanning;

/// <summary>One thread's reading of everything but files: commits, the names in trees, and messages.</summary>
internal sealed class LogVisitor(Detector detector, HistorySecrets secrets, HistoryOptions options, HistoryCache cache, CancellationToken stop) : IObjectVisitor<object>
{
    /// <summary>What messages are called where a path is asked for: prose.</summary>
    public const string MessagePath = "message.txt";

    /// <summary>The commits.</summary>
    public List<StoredCommit> Commits { get; } = [];

    /// <summary>What annotated tags are put on.</summary>
    public Dictionary<ObjectId, ObjectId> Tags { get; } = [];

    /// <summary>The names in trees.</summary>
    public NameTable Names { get; } = new(cache);

    /// <summary>The trees, in the order of their numbers in <see cref="Names"/>.</summary>
    public List<ObjectId> Trees { get; } = [];

    /// <summary>The marks of what was looked at.</summary>
    public List<ulong> Marks { get; } = [];

    /// <inheritdoc/>
    public object? Visit(in ObjectVisit visit, object? baseState)
    {
        Marks.Add(cache.Hash.Of(visit.Id));
        if (visit.Kind == ObjectKind.Tree)
        {
            Names.Add(visit);
            Trees.Add(visit.Id);
            return null;
        }

        if (visit.Kind == ObjectKind.Tag)
        {
            Tags[visit.Id] = new Tag(visit.Content).Target;
        }
        else
        {
            var commit = new Commit(visit.Content);
            Commits.Add(new StoredCommit(visit.Id, commit.Tree, commit.Parents, commit.Author.Time, commit.Committer.Seconds));
        }

        if (options.Messages && options.Shard.Has(visit.Id))
        {
            Content content = MessageOf(visit.Kind, visit.Content);
            foreach (Match match in detector.Resolve(detector.See(content, stop)).Where(match => match.Confidence >= options.MinConfidence))
            {
                secrets.Add(content, match, visit.Id, visit.Kind);
            }
        }

        return null;
    }

    /// <summary>The message of a commit or tag as a text.</summary>
    public static Content MessageOf(ObjectKind kind, ReadOnlySpan<byte> text)
    {
        byte[] message = (kind == ObjectKind.Tag ? new Tag(text).Message : new Commit(text).Message).ToArray();
        return Content.FromBytes(message, message.Length, MessagePath);
    }
}
