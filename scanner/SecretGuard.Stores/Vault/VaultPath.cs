namespace SecretGuard.Stores.Vault;

/// <summary>Paths of Vault: segments between slashes.</summary>
internal static class VaultPath
{
    /// <summary>A path without empty segments at its ends.</summary>
    public static string Trimmed(string path) => path.Trim().Trim('/');

    /// <summary>Whether it may stand in an address: a segment of dots would lead out of its mount.</summary>
    public static bool IsSound(string path) => path.Length > 0 && path.Split('/').All(segment => segment.Length > 0 && segment is not ("." or "..") && !segment.Any(char.IsControl));

    /// <summary>The path with each segment escaped.</summary>
    public static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The path within a mount; null where it is not in it.</summary>
    public static string? Within(string mount, string path) => path.Length > mount.Length && path.StartsWith(mount, StringComparison.Ordinal) && path[mount.Length] == '/' ? path[(mount.Length + 1)..] : null;

    /// <summary>The path without the word that version 2 of the API puts behind the mount.</summary>
    public static string WithoutApiWord(string path) => Within("data", path) ?? Within("metadata", path) ?? path;

    /// <summary>The folder, with a slash at its end unless it is the mount's root, and the last segment.</summary>
    public static (string Folder, string Leaf) Split(string path) => path.LastIndexOf('/') is var slash and >= 0 ? (path[..(slash + 1)], path[(slash + 1)..]) : ("", path);
}

/// <summary>A mounted engine.</summary>
/// <param name="Path">Without slashes at its ends.</param>
/// <param name="Version">1 or 2 of the key-value engine; 1 of others, whose paths have no word of the API either.</param>
internal sealed record VaultMount(string Path, int Version)
{
    private static readonly string[] KeyValue = ["kv", "generic", "cubbyhole"];

    /// <summary>The type of the engine.</summary>
    public string Type { get; init; } = KeyValue[0];

    /// <summary>Whether it keeps what is put into it, by name.</summary>
    public bool KeepsValues => KeyValue.Contains(Type, StringComparer.Ordinal);

    /// <summary>The path within it of a name that may begin with it.</summary>
    public string Inner(string name)
    {
        string inner = VaultPath.Within(Path, name) ?? name;
        return Version == 2 ? VaultPath.WithoutApiWord(inner) : inner;
    }

    /// <summary>The address of a path under one word of the API.</summary>
    public string Address(string word, string inner) => $"{VaultPath.Escaped(Path)}/{(Version == 2 ? word + "/" : "")}{VaultPath.Escaped(inner)}";

    /// <summary>The address that lists a folder.</summary>
    public string ListAddress(string folder) => $"{ListRoot}{VaultPath.Escaped(folder)}{ListQuery}";

    /// <summary>The folder that an address lists; null where it is none of this mount.</summary>
    public string? FolderOf(string listAddress) => listAddress.StartsWith(ListRoot, StringComparison.Ordinal) && listAddress.EndsWith(ListQuery, StringComparison.Ordinal)
        ? Uri.UnescapeDataString(listAddress[ListRoot.Length..^ListQuery.Length]) : null;

    /// <summary>The name that asks for a path within it. A folder may be called like a word of the API, which is cut from a name once.</summary>
    public string NameOf(string inner) => $"{Path}/{(Version == 2 && VaultPath.WithoutApiWord(inner) != inner ? "data/" : "")}{inner}";

    private const string ListQuery = "?list=true";

    private string ListRoot => $"{VaultPath.Escaped(Path)}/{(Version == 2 ? "metadata/" : "")}";
}

/// <summary>Where a name leads.</summary>
/// <param name="Mount">The mount.</param>
/// <param name="Inner">The path in it.</param>
internal sealed record VaultPlace(VaultMount Mount, string Inner)
{
    /// <summary>What stands for what is there, where that is nothing that is kept; null elsewhere.</summary>
    public VaultObject? Object(SecretQuery query) => Mount.KeepsValues ? null : VaultObject.Of(query, Mount.Type, Inner);
}
