using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>
/// What a patch that is a part of an object makes of it. Of Kubernetes' own kinds the elements of lists have names that they are merged by; of other kinds nothing is known unless the
/// Kustomization says it (<c>openapi</c>), and Kustomize puts a list into the place of the one that is there, as RFC 7386 has it.
/// </summary>
internal static class MergedPatches
{
    private const string OwnGroups = ".k8s.io";

    private static readonly string[] ShortGroups = ["apps", "batch", "autoscaling", "policy", "extensions"];

    /// <summary>The object with all that the patch says, where its kind is none of Kubernetes' own; else without what the patch takes out.</summary>
    public static YamlValue Apply(YamlValue root, YamlValue patch) => IsCustom(root) ? Merge(root, patch, new ChangeLimit()) : PatchDeletions.Apply(root, patch, new ChangeLimit());

    /// <summary>Whether the kind of an object is one that somebody added to the cluster: its group is a domain, and not Kubernetes'.</summary>
    public static bool IsCustom(YamlValue root) =>
        root.TextOf("apiVersion")?.Split('/') is [var group, _] && !group.EndsWith(OwnGroups, StringComparison.Ordinal) && !ShortGroups.Contains(group, StringComparer.Ordinal);

    private static YamlValue Merge(YamlValue value, YamlValue patch, ChangeLimit limit)
    {
        if (!value.IsMap || !patch.IsMap || !limit.TryEnter())
        {
            return patch;
        }

        var merged = new YamlValue(value.Source, value.Start, value.End) { IsMap = true };
        foreach ((YamlValue key, YamlValue member) in value.Members)
        {
            if (key.Text is not { } name || patch.KeyOf(name) == YamlValue.Nothing)
            {
                merged.Add(key, member);
            }
        }

        foreach ((YamlValue key, YamlValue said) in patch.Members)
        {
            bool isKept = said.Text is not null || said.Items.Count > 0 || (said.IsMap && said.TextOf(PatchDeletions.Directive) != PatchDeletions.Delete);
            if (isKept && key.Text is { } name && name != PatchDeletions.Directive)
            {
                merged.Add(key, said.IsMap ? Merge(value[name], said, limit) : said);
            }
        }

        limit.Leave();
        return merged;
    }
}
