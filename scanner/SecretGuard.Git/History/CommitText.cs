using System.Buffers.Text;

namespace SecretGuard.Git.History;

/// <summary>What of a commit counts here.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Tree">Its root.</param>
/// <param name="Parents">The commits before it.</param>
/// <param name="Authored">When it was written, by its author's clock.</param>
/// <param name="Committed">When it was committed, in seconds since 1970.</param>
internal sealed record Commit(ObjectId Id, ObjectId Tree, ObjectId[] Parents, DateTimeOffset Authored, long Committed);

/// <summary>Reads the lines of commits and tags.</summary>
internal static class CommitText
{
    /// <summary>The commit that a text is; null where it has no tree.</summary>
    public static Commit? Read(in ObjectId id, ReadOnlySpan<byte> text)
    {
        ObjectId tree = default;
        var parents = new List<ObjectId>(1);
        (DateTimeOffset Time, long Seconds) authored = default, committed = default;
        foreach (Range range in text[..HeaderLength(text)].Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = text[range];
            if (line.StartsWith("tree "u8))
            {
                tree = ObjectId.TryParse(line[5..], out ObjectId root) ? root : default;
            }
            else if (line.StartsWith("parent "u8) && ObjectId.TryParse(line[7..], out ObjectId parent))
            {
                parents.Add(parent);
            }
            else if (line.StartsWith("author "u8))
            {
                authored = Time(line);
            }
            else if (line.StartsWith("committer "u8))
            {
                committed = Time(line);
            }
        }

        return tree.Length == 0 ? null : new Commit(id, tree, [.. parents], authored.Time, committed.Seconds);
    }

    /// <summary>The message of a commit or a tag: what follows the first empty line.</summary>
    public static ReadOnlySpan<byte> Message(ReadOnlySpan<byte> text)
    {
        int header = HeaderLength(text);
        return text[Math.Min(text.Length, header + 2)..];
    }

    private static int HeaderLength(ReadOnlySpan<byte> text) => text.IndexOf("\n\n"u8) is var end && end >= 0 ? end : text.Length;

    /// <summary><c>… &lt;address&gt; 1700000000 +0100</c>; the beginning of 1970 where it cannot be read.</summary>
    private static (DateTimeOffset Time, long Seconds) Time(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> rest = line[(line.LastIndexOf((byte)'>') + 1)..].TrimStart((byte)' ');
        if (!Utf8Parser.TryParse(rest, out long seconds, out int used) || seconds < 0 || seconds > 250_000_000_000)
        {
            return (DateTimeOffset.UnixEpoch, 0);
        }

        rest = rest[used..].Trim((byte)' ');
        int minutes = Utf8Parser.TryParse(rest, out int zone, out _) ? (zone / 100 * 60) + (zone % 100) : 0;
        TimeSpan offset = TimeSpan.FromMinutes(Math.Abs(minutes) <= 14 * 60 ? minutes : 0);
        return (DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(offset), seconds);
    }
}
