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
            VaultMount mount = known ?? new VaultMount(name.Split('/')[0], 2);
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

        var hcl = new StringBuilder();
        if (guessed)
        {
            hcl.Append("# Mounts were not asked for: the first segment is taken for a key-value engine of version 2.\n");
        }

        foreach ((string path, string capability) in paths)
        {
            hcl.Append("path \"").Append(path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\" { capabilities = [\"").Append(capability).Append("\"] }\n");
        }

        return hcl.ToString();
    }
}
