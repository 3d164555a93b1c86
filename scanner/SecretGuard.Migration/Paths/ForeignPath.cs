namespace SecretGuard.Migration;

/// <summary>Paths as other tools write them.</summary>
public static class ForeignPath
{
    /// <summary>With <c>/</c>, whatever system wrote it, and without <c>./</c> in front.</summary>
    public static string WithSlashes(string path)
    {
        string clean = path.Replace('\\', '/');
        while (clean.StartsWith("./", StringComparison.Ordinal))
        {
            clean = clean[2..];
        }

        return clean;
    }
}
