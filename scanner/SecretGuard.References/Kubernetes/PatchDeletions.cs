using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>What strategic merge patches take out of an object: <c>$patch: delete</c> in a part of it. What else they say is read as an object of its own.</summary>
internal static class PatchDeletions
{
    /// <summary>The key under which a patch says what becomes of a part.</summary>
    public const string Directive = "$patch";

    /// <summary>The directive that takes a part out.</summary>
    public const string Delete = "delete";

    /// <summary>By which key the elements of a list are told apart.</summary>
    private static readonly string[] MergeKeys = ["name", "mountPath", "containerPort"];

    /// <summary>An object without what a patch takes out of it.</summary>
    public static YamlValue Apply(YamlValue value, YamlValue patch, ChangeLimit limit)
    {
        bool isMap = value.IsMap && patch.IsMap;
        if ((!isMap && (value.Items.Count == 0 || patch.Items.Count == 0)) || !limit.TryEnter())
        {
            return value;
        }

        YamlValue left = isMap ? InMap(value, patch, limit) : InList(value, patch, limit);
        limit.Leave();
        return left;
    }

    private static YamlValue InMap(YamlValue value, YamlValue patch, ChangeLimit limit)
    {
        var left = new YamlValue(value.Source, value.Start, value.End) { IsMap = true };
        foreach ((YamlValue key, YamlValue member) in value.Members)
        {
            YamlValue said = key.Text is { } name ? patch[name] : YamlValue.Nothing;
            if (!IsDeleted(said))
            {
                left.Add(key, Apply(member, said, limit));
            }
        }

        return left;
    }

    private static YamlValue InList(YamlValue list, YamlValue patch, ChangeLimit limit)
    {
        var left = new YamlValue(list.Source, list.Start, list.End);
        foreach (YamlValue item in list.Items)
        {
            YamlValue said = patch.Items.FirstOrDefault(one => Array.Find(MergeKeys, key => one.TextOf(key) is not null) is { } key && one.TextOf(key) == item.TextOf(key)) ?? YamlValue.Nothing;
            if (!IsDeleted(said))
            {
                left.Add(Apply(item, said, limit));
            }
        }

        return left;
    }

    private static bool IsDeleted(YamlValue said) => said.IsMap && said.TextOf(Directive) == Delete;
}
