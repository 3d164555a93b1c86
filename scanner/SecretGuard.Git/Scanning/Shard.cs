namespace SecretGuard.Git.Scanning;

/// <summary>One of the parts that the objects of a repository are divided into by their ids: the same in every clone, however it is packed.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>All in one.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Whether there are others.</summary>
    public bool IsPart => Count > 1;

    /// <summary>Whether an object is in this part.</summary>
    public bool Has(in ObjectId id) => id.Prefix % (ulong)Count == (ulong)Number - 1;

    /// <summary>Reads <c>2/8</c>; false for anything else.</summary>
    public static bool TryParse(string text, out Shard shard)
    {
        string[] parts = text.Split('/');
        bool read = int.TryParse(parts[0], System.Globalization.NumberStyles.None, null, out int number) & int.TryParse(parts[^1], System.Globalization.NumberStyles.None, null, out int count);
        shard = new Shard(number, count);
        return read && parts.Length == 2 && number >= 1 && number <= count;
    }
}
