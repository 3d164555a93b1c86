using System.Globalization;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>
/// Operations of RFC 6902 on an object. What does not fit the object changes nothing; what only moves, copies or looks is passed over. Paths of Kustomize's replacements name elements
/// of lists by a field of theirs too (<c>[name=web]</c>), or all of them (<c>*</c>), and may put a text in between the delimiters of another.
/// </summary>
internal static class JsonPatch
{
    /// <summary>What an object becomes by operations, in their order.</summary>
    public static YamlValue Apply(YamlValue root, IEnumerable<YamlValue> operations) => operations.Aggregate(root, (value, operation) =>
        Patches.SegmentsOf(operation) is { } segments && operation.TextOf("op") is "add" or "replace" or "remove" ? Changed(value, segments, operation, new ChangeLimit()) : value);

    private static YamlValue Changed(YamlValue value, ReadOnlySpan<string> path, YamlValue operation, ChangeLimit limit)
    {
        if (path.IsEmpty)
        {
            return operation.TextOf("delimiter") is { } delimiter ? Delimited(value, delimiter, operation) : operation["value"];
        }

        if ((!value.IsMap && value.Items.Count == 0) || !limit.TryEnter())
        {
            return value;
        }

        YamlValue changed = value.IsMap ? ChangedMap(value, path, operation, limit) : ChangedList(value, path, operation, limit);
        limit.Leave();
        return changed;
    }

    /// <summary>What stands under one key of a path, also in a list.</summary>
    public static YamlValue Member(YamlValue value, string key) => value.IsMap ? value[key]
        : int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < value.Items.Count ? value.Items[index]
        : value.Items.FirstOrDefault(item => IsNamed(item, key)) ?? YamlValue.Nothing;

    private static bool IsNamed(YamlValue item, string key) =>
        key == "*" || (key is ['[', .. string inner, ']'] && inner.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && item.TextOf(inner[..sign]) == inner[(sign + 1)..]);

    /// <summary>A text with one of its parts replaced; a negative number puts one before all, one that is too large behind all.</summary>
    private static YamlValue Delimited(YamlValue value, string delimiter, YamlValue operation)
    {
        List<string> parts = [.. value.Text?.Split(delimiter) ?? []];
        _ = int.TryParse(operation.TextOf("index"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int index);
        string put = operation.TextOf("value") ?? "";
        if (index >= 0 && index < parts.Count)
        {
            parts[index] = put;
        }
        else
        {
            parts.Insert(index < 0 ? 0 : parts.Count, put);
        }

        return new YamlValue(operation.Source, operation.Start, operation.End) { Text = string.Join(delimiter, parts) };
    }

    private static YamlValue ChangedMap(YamlValue map, ReadOnlySpan<string> path, YamlValue operation, ChangeLimit limit)
    {
        string key = path[0];
        bool isLast = path.Length == 1, isThere = map[key] != YamlValue.Nothing;
        if (!isThere && !(isLast && operation.TextOf("op") == "add"))
        {
            return map;
        }

        var changed = new YamlValue(map.Source, map.Start, map.End) { IsMap = true };
        foreach ((YamlValue old, YamlValue kept) in map.Members)
        {
            if (old.Text != key)
            {
                changed.Add(old, kept);
            }
        }

        if (!isLast || operation.TextOf("op") != "remove")
        {
            changed.Add(new YamlValue(operation.Source, operation.Start, operation.End) { Text = key }, Changed(map[key], path[1..], operation, limit));
        }

        return changed;
    }

    private static YamlValue ChangedList(YamlValue list, ReadOnlySpan<string> path, YamlValue operation, ChangeLimit limit)
    {
        if (path[0] is "*" or ['[', .., ']'])
        {
            var all = new YamlValue(list.Source, list.Start, list.End);
            foreach (YamlValue item in list.Items)
            {
                all.Add(IsNamed(item, path[0]) ? Changed(item, path[1..], operation, limit) : item);
            }

            return all;
        }

        string kind = operation.TextOf("op")!;
        bool isLast = path.Length == 1, isNew = isLast && kind == "add";
        int index = path[0] == "-" ? list.Items.Count : int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
        if (index < 0 || index > list.Items.Count || (index == list.Items.Count && !isNew))
        {
            return list;
        }

        var changed = new YamlValue(list.Source, list.Start, list.End);
        for (int i = 0; i <= list.Items.Count; i++)
        {
            if (i == index && (isNew || !isLast || kind != "remove"))
            {
                changed.Add(isNew ? operation["value"] : Changed(list.Items[i], path[1..], operation, limit));
            }

            if (i < list.Items.Count && (i != index || isNew))
            {
                changed.Add(list.Items[i]);
            }
        }

        return changed;
    }
}
