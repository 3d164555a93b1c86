namespace SecretGuard.References.Linting.Access;

/// <summary>The paths of Vault's API that a secret may have: version 2 of the engine puts a word behind the mount, and how long the mount is cannot be seen.</summary>
internal static class VaultPaths
{
    private static readonly string[] Words = ["data", "metadata", "subkeys", "delete", "undelete", "destroy"];

    /// <summary>The paths; <c>*</c> is a part that is not known.</summary>
    /// <param name="mount">The mount, where it is known.</param>
    /// <param name="path">The path, with or without the mount and the word.</param>
    /// <param name="word">The word that is meant: <c>data</c>.</param>
    public static IEnumerable<string> Of(string? mount, string path, string word)
    {
        path = path.Trim('/');
        if (mount?.Trim('/') is { Length: > 0 } known)
        {
            string inner = path.StartsWith(known + "/", StringComparison.Ordinal) ? path[(known.Length + 1)..] : path;
            return [$"{known}/{inner}", $"{known}/{word}/{WithoutWord(inner)}"];
        }

        string[] segments = path.Split('/');
        return Enumerable.Range(1, Math.Max(0, segments.Length - 1))
            .Select(i => string.Join('/', segments.Take(i).Append(word).Concat(Array.IndexOf(Words, segments[i]) >= 0 && segments.Length > i + 1 ? segments.Skip(i + 1) : segments.Skip(i)))).Prepend(path);
    }

    /// <summary>The word behind the first segment of a path, and what stands around it; null where there is none.</summary>
    public static (string Mount, string Word)? WordIn(string path)
    {
        string[] segments = path.TrimStart('/').Split('/');
        return segments.Length > 2 && Array.IndexOf(Words, segments[1]) >= 0 ? (segments[0], segments[1]) : null;
    }

    /// <summary>The first segment.</summary>
    public static string MountOf(string path) => path.TrimStart('/').Split('/')[0];

    private static string WithoutWord(string path) => path.Split('/', 2) is [var first, { Length: > 0 } rest] && Array.IndexOf(Words, first) >= 0 ? rest : path;
}
