using SecretGuard.Git.History;

namespace SecretGuard.Git;

/// <summary>A commit, read where it is asked (gitformat: "tree", "parent", "author", "committer", "encoding", and a message). What is missing or damaged is empty.</summary>
/// <param name="content">The object's content.</param>
public readonly ref struct Commit(ReadOnlySpan<byte> content)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private readonly HeaderedText _text = new(content);

    /// <summary>The tree of all its files.</summary>
    public ObjectId Tree => _text.Id("tree"u8);

    /// <summary>The commits that it follows, in order; they stand behind the tree.</summary>
    public IReadOnlyList<ObjectId> Parents
    {
        get
        {
            var parents = new List<ObjectId>(1);
            ReadOnlySpan<byte> rest = _content;
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
            while (rest.StartsWith("parent "u8) && rest.IndexOf((byte)'\n') is > 0 and var end && ObjectId.TryParse(rest["parent ".Length..end], out ObjectId parent))
            {
                parents.Add(parent);
                rest = rest[(end + 1)..];
            }

            return parents;
        }
    }

    /// <summary>Who wrote it.</summary>
    public Signature Author => new(_text.Value("author"u8));

    /// <summary>Who committed it.</summary>
    public Signature Committer => new(_text.Value("committer"u8));

    /// <summary>The encoding of its texts; empty for UTF-8.</summary>
    public ReadOnlySpan<byte> Encoding => _text.Value("encoding"u8);

    /// <summary>The message, as bytes.</summary>
    public ReadOnlySpan<byte> Message => _text.Message;
}

/// <summary>An annotated tag, read where it is asked. What is missing or damaged is empty.</summary>
/// <param name="content">The object's content.</param>
public readonly ref struct Tag(ReadOnlySpan<byte> content)
{
    private readonly HeaderedText _text = new(content);

    /// <summary>What it is put on.</summary>
    public ObjectId Target => _text.Id("object"u8);

    /// <summary>The kind of what it is put on.</summary>
    public ObjectKind TargetKind => ObjectKindNames.Parse(_text.Value("type"u8));

    /// <summary>Its name.</summary>
    public ReadOnlySpan<byte> Name => _text.Value("tag"u8);

    /// <summary>Who made it.</summary>
    public Signature Tagger => new(_text.Value("tagger"u8));

    /// <summary>The message, as bytes.</summary>
    public ReadOnlySpan<byte> Message => _text.Message;
}
