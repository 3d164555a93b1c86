namespace SecretGuard.References.Markdown;

/// <summary>Which lines of a document are of fenced blocks, their fences among them.</summary>
public static class FencedLines
{
    /// <summary>One answer a line.</summary>
    public static IEnumerable<bool> In(IEnumerable<string> lines)
    {
        FenceLine? open = null;
        foreach (string line in lines)
        {
            bool isFence = open is null && FenceLine.Read(line.AsSpan().TrimEnd('\r')) is not null;
            yield return isFence || open is not null;
            open = open is null ? FenceLine.Read(line.AsSpan().TrimEnd('\r')) : open.IsClosedBy(line.AsSpan(open.Before(line))) ? null : open;
        }
    }
}
