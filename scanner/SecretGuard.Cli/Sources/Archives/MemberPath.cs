using System.Buffers;

namespace SecretGuard.Cli.Sources.Archives;

/// <summary>What reports call a member: <c>archive.zip!/inner/path.json</c>. Never used to open a file.</summary>
internal static class MemberPath
{
    /// <summary>Between an archive and what is in it.</summary>
    public const char Separator = '!';

    private const int Longest = 1000;
    private const int ShortDigest = 12; // as docker shows them
    private const int Digest = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The path of a member. Roots, <c>.</c> and <c>..</c> in its name lead nowhere and are left out; a name beyond 1,000 characters loses its middle.</summary>
    public static string Of(string archive, string name)
    {
        IEnumerable<string> parts = name.Split('/', '\\').Where(part => part is not ("" or "." or ".."));
        string clean = string.Join('/', parts);
        clean = clean.Length == 0 ? "(no name)"
            : clean.Length > Longest ? $"{clean[..(Longest / 2)]}…{clean[^(Longest / 2)..]}"
            : clean;
        return $"{archive}{Separator}/{clean}";
    }

    /// <summary>The path of the one file in a compressed file: its own name without the ending.</summary>
    public static string OfCompressed(string archive)
    {
        string name = archive[(archive.LastIndexOf('/') + 1)..];
        string inner = name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? name[..^4] + ".tar"
            : name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3]
            : name;
        return Of(archive, inner);
    }

    /// <summary>The path of a layer of a container image, or of the file made of its configuration.</summary>
    public static string OfImagePart(string image, string part, string digest) => $"{image}{Separator}{part}-{digest[..ShortDigest]}";

    /// <summary>
    /// The digest in the name of a part of a saved image, or null: <c>blobs/sha256/DIGEST</c> (OCI image layout, docker save since 25),
    /// <c>DIGEST/layer.tar</c> and <c>DIGEST.json</c> (before), <c>DIGEST.tar</c> (podman), <c>sha256:DIGEST</c> (kaniko).
    /// </summary>
    public static string? ImageDigest(string name)
    {
        foreach (string part in name.Split('/'))
        {
            string bare = part.StartsWith("sha256:", StringComparison.Ordinal) ? part[7..] : part;
            if (bare.Length >= Digest && !bare.AsSpan(0, Digest).ContainsAnyExcept(HexDigits) && (bare.Length == Digest || bare[Digest] == '.'))
            {
                return bare[..Digest];
            }
        }

        return null;
    }

    /// <summary>The outermost archive of a member's path, or null where it is the path of a plain file.</summary>
    public static string? OutermostOf(string path)
    {
        for (int at = path.IndexOf(Separator, StringComparison.Ordinal); at > 0; at = path.IndexOf(Separator, at + 1))
        {
            string rest = path[(at + 1)..];
            if (rest.StartsWith('/') || rest.StartsWith("layer-", StringComparison.Ordinal) || rest.StartsWith("config-", StringComparison.Ordinal))
            {
                return path[..at];
            }
        }

        return null;
    }
}
