using System.Text;

namespace SecretGuard.Stores.Vault;

/// <summary>The policy that questions need, in Vault's HCL.</summary>
internal static class VaultPolicy
{
    /// <summary>One path a line of permission; nothing of it reads a value.</summary>
    /// <param name="queries">The questions.</param>
    /// <param name="find">Where a name leads; null where that is not known, then the first segment is taken for the mount, of version 2 unless the name is one of another engine.</param>
    public static string Of(IEnumerable<SecretQuery> queries, Func<string, VaultPlace?> find)
    {
        var paths = new SortedDictionary<string, string>(StringComparer.Ordinal);
        bool guessed = false;
        foreach (SecretQuery query in queries)
        {
            string name = VaultPath.Trimmed(query.Name);
            guessed |= find(name) is null && VaultObject.MountOf(name) is null;
            VaultPlace place = PlaceOf(name, find);
            (VaultMount mount, string inner) = (place.Mount, place.Inner);
            if (!mount.KeepsValues)
            {
                AddObject(paths, mount, place.Object(query));
                continue;
            }

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

    /// <summary>What reading the values takes besides. What Vault makes when it is asked is never read.</summary>
    public static string OfValues(IEnumerable<SecretQuery> queries, Func<string, VaultPlace?> find) => OfData(queries, find, "read");

    /// <summary>What listing takes of all names that begin so: the folder, and the folders in it.</summary>
    public static string OfListing(string prefix, Func<string, VaultPlace?> find)
    {
        VaultPlace place = PlaceOf(prefix + "*", find);
        return !place.Mount.KeepsValues ? "" : Text(new(StringComparer.Ordinal) { [$"{place.Mount.Path}/{(place.Mount.Version == 2 ? "metadata/" : "")}{VaultPath.Split(place.Inner).Folder}*"] = "list" });
    }

    /// <summary>What a program needs that reads these: for what Vault makes, to be given it.</summary>
    public static string OfReading(IReadOnlyCollection<SecretQuery> queries, Func<string, VaultPlace?> find)
    {
        var paths = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (SecretQuery query in queries)
        {
            VaultPlace place = PlaceOf(VaultPath.Trimmed(query.Name), find);
            if (place.Object(query)?.Use is var (path, capability))
            {
                paths[$"{place.Mount.Path}/{path}"] = capability;
            }
        }

        return OfData(queries, find, "read") + Text(paths);
    }

    /// <summary>What writing takes: to look at what is there, and to put something in its place.</summary>
    public static string OfWriting(IEnumerable<SecretQuery> queries, Func<string, VaultPlace?> find) => OfData(queries, find, "create\", \"read\", \"update");

    /// <summary>Where a name leads; where that is not known, as the name itself says, or by its first segment into version 2.</summary>
    public static VaultPlace PlaceOf(string name, Func<string, VaultPlace?> find) =>
        find(name) ?? ((VaultObject.MountOf(name) ?? new VaultMount(name.Split('/')[0], 2)) is var mount ? new VaultPlace(mount, mount.Inner(name)) : null!);

    private static string OfData(IEnumerable<SecretQuery> queries, Func<string, VaultPlace?> find, string capability)
    {
        var paths = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (VaultPlace place in queries.Select(query => PlaceOf(VaultPath.Trimmed(query.Name), find)).Where(place => place.Mount.KeepsValues))
        {
            paths[$"{place.Mount.Path}/{(place.Mount.Version == 2 ? "data/" : "")}{place.Inner}"] = capability;
        }

        return Text(paths);
    }

    /// <summary>The role or the key, and what leases are where a role says nothing of them.</summary>
    private static void AddObject(SortedDictionary<string, string> paths, VaultMount mount, VaultObject? one)
    {
        if (one is null)
        {
            return;
        }

        paths[$"{mount.Path}/{one.Path}"] = "read";
        if (one.Way is { Period: null, IsOnce: false } way)
        {
            paths[VaultTunes.PathOf(mount)] = "read";
            if (way.Leases is { } leases)
            {
                paths[$"{mount.Path}/{leases}"] = "read";
            }
        }
    }

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
