using SecretGuard.Detection;
using SecretGuard.Findings;

namespace SecretGuard.Git.History;

/// <summary>One thread's reading of everything but files: commits, the names in trees, and messages.</summary>
internal sealed class LogVisitor(Detector detector, HistorySecrets? secrets, Confidence least, CancellationToken stop) : IObjectVisitor<object>
{
    /// <summary>What messages are called where a path is asked for: prose.</summary>
    public const string MessagePath = "message.txt";

    /// <summary>The commits.</summary>
    public List<Commit> Commits { get; } = [];

    /// <summary>The names in trees.</summary>
    public NameTable Names { get; } = new();

    /// <inheritdoc/>
    public object? Visit(in ObjectVisit visit, object? baseState)
    {
        if (visit.Kind == ObjectKind.Tree)
        {
            Names.Add(visit);
            return null;
        }

        if (visit.Kind == ObjectKind.Commit && CommitText.Read(visit.Id, visit.Content) is { } commit)
        {
            Commits.Add(commit);
        }

        if (secrets is not null)
        {
            Content content = MessageOf(visit.Content);
            foreach (Match match in detector.Resolve(detector.See(content, stop)).Where(match => match.Confidence >= least))
            {
                secrets.Add(content, match, visit.Id, visit.Kind);
            }
        }

        return null;
    }

    /// <summary>The message of a commit or tag as a text.</summary>
    public static Content MessageOf(ReadOnlySpan<byte> text)
    {
        byte[] message = CommitText.Message(text).ToArray();
        return Content.FromBytes(message, message.Length, MessagePath);
    }
}
