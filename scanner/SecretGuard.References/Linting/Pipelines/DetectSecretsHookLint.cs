using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>A hook of pre-commit that runs detect-secrets.</summary>
internal sealed class DetectSecretsHookLint : ILint
{
    private const string Repository = "Yelp/detect-secrets";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.DetectSecretsHook];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!text.Source.IsYaml || !text.Source.Text.Contains(Repository, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (YamlValue repository in text.Roots.SelectMany(root => root["repos"].Items))
        {
            YamlValue name = repository["repo"];
            if (name.Text?.Contains(Repository, StringComparison.OrdinalIgnoreCase) == true && repository["hooks"].Items.Any(hook => hook.TextOf("id") == "detect-secrets"))
            {
                found.Add(PipelineRules.DetectSecretsHook, name.Location, "detect-secrets", "'secretguard migrate' takes over the hook, its arguments and its baseline, and shows the difference first");
            }
        }
    }
}
