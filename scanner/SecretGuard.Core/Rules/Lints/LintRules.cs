namespace SecretGuard.Rules;

/// <summary>
/// What can be wrong with how a repository deals with secrets, seen in its files alone. These rules find no secrets and ask nobody. Ids of a family have its
/// hundred: SG31xx manifests, SG32xx images and pipelines, SG33xx templates, SG34xx access, SG35xx infrastructure, SG36xx rules of the house, SG37xx runbooks.
/// </summary>
public static class LintRules
{
    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. ManifestRules.All, .. PipelineRules.All, .. TemplateRules.All, .. AccessRules.All, .. PostureRules.All, .. HouseRules.All, .. RunbookRules.All];
}
