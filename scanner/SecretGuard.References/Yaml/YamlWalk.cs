namespace SecretGuard.References.Yaml;

/// <summary>The keys that lead to a value.</summary>
/// <param name="Up">Those before the last, or null at the root.</param>
/// <param name="Key">The last; an empty text for an element of a list.</param>
/// <param name="Owner">The mapping or list that the value is of.</param>
internal sealed record YamlPath(YamlPath? Up, string Key, YamlValue Owner)
{
    /// <summary>The key before the last, lists passed over; an empty text at the root.</summary>
    public string Above => Up is null ? "" : Up.Key.Length > 0 ? Up.Key : Up.Above;

    /// <summary>The key right below one of the root: of <c>jobs: { build: … }</c> the job. Null where this is not within it.</summary>
    public string? Below(string top) => Up is null ? null : Up.Up is null ? Up.Key == top ? Key : null : Up.Below(top);
}

/// <summary>Every scalar of a document, each once, however many aliases lead to it.</summary>
internal static class YamlWalk
{
    /// <summary>The scalars with the keys that lead to them, in the order of the document. Keys themselves are left out.</summary>
    public static IReadOnlyList<(YamlValue Scalar, YamlPath? Path)> Scalars(YamlValue root)
    {
        var found = new List<(YamlValue, YamlPath?)>();
        Walk(root, null, found, new HashSet<YamlValue>(ReferenceEqualityComparer.Instance));
        return found;
    }

    private static void Walk(YamlValue value, YamlPath? path, List<(YamlValue Scalar, YamlPath? Path)> found, HashSet<YamlValue> seen)
    {
        if (!seen.Add(value))
        {
            return;
        }

        if (value.Text is not null)
        {
            found.Add((value, path));
        }

        foreach ((YamlValue key, YamlValue member) in value.Members)
        {
            Walk(member, new YamlPath(path, key.Text ?? "", value), found, seen);
        }

        foreach (YamlValue item in value.Items)
        {
            Walk(item, new YamlPath(path, "", value), found, seen);
        }
    }
}
