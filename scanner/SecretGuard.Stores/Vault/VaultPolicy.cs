using System.Text;

namespace SecretGuard.Stores.Vault;

/// <summary>The policy that questions need, in Vault's HCL.</summary>
internal static class VaultPolicy
{
    /// <summary>One path a line of permission; nothing of it reads a value.</summary>
    /// <param name="queries">The questions.</param>
    /// <param name="find">The mount of a name; null where it is not known, then the first segment is taken for one of version 2.</param>
    public static string Of(IEnumerable<SecretQuery> queries, Func<string, VaultMount?> find)
    {
        var paths = new SortedDictionary<string, string>(StringComparer.Ordinal);
        bool guessed = false;
        foreach (SecretQuery query in queries)
        {
            string name = VaultPath.Trimmed(query.Name);
            VaultMount? known = find(name);
            guessed |= known is null;
            VaultMount mount = MountOf(name, find);
            string inner = mount.Inner(name);
            if (mount.Version == 1)
            {
                paths[$"{mount.Path}/{VaultPath.Split(inner).Folder}"] = "list";
                continue;
            }

            paths[$"{mount.Path}/metadata/{inner}"] = "read";
            if (query.Property is not null)
            {
                paths[$"{mount.Path}/subkeys/{inner}"] = "read";
            }
        }

        return (guessed ? "# Mounts were not asked for: the first segment is taken for a key-value engine of version 2.\n" : "") + Text(paths);
    }

    /// <summary>What reading the values takes besides.</summary>
    public static string OfValues(IEnumerable<SecretQuery> queries, Func<string, VaultMount?> find)
    {
        var paths = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in queries.Select(query => VaultPath.Trimmed(query.Name)))
        {
            VaultMount mount = MountOf(name, find);
            paths[$"{mount.Path}/{(mount.Version == 2 ? "data/" : "")}{mount.Inner(name)}"] = "read";
        }

        return Text(paths);
    }

    /// <summary>What writing takes: to look at what is there, and to put something in its place.</summary>
    public static string OfWriting(IEnumerable<SecretQuery> queries, Func<string, VaultMount?> find)
    {
        var paths = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in queries.Select(query => VaultPath.Trimmed(query.Name)))
        {
            VaultMount mount = MountOf(name, find);
            paths[$"{mount.Path}/{(mount.Version == 2 ? "data/" : "")}{mount.Inner(name)}"] = "create\", \"read\", \"update";
        }

        return Text(paths);
    }

    /// <summary>The mount of a name; where it is not known, its first segment, and version 2.</summary>
    public static VaultMount MountOf(string name, Func<string, VaultMount?> find) => find(name) ?? new VaultMount(name.Split('/')[0], 2);

    private static string Text(SortedDictionary<string, string> paths)
    {
        var hcl = new StringBuilder();
        foreach ((string path, string capability) in paths)
        {
            hcl.Append("path \"").Append(path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\" { capabilities = [\"").Append(capability).Append("\"] }\n");
        }

        return hcl.ToString();
    }
}
