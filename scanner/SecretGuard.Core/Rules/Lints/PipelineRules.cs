using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Images of containers, and the pipelines that make and deploy them.</summary>
public static class PipelineRules
{
    /// <summary>A value in the log.</summary>
    public static Rule Printed { get; } = new("pipeline-secret-printed", "Pipeline prints a secret")
    {
        DiagnosticId = "SG3206",
        Advice = "Take the value into a variable and hide it in the log (GitHub '::add-mask::', Azure '##vso[task.setsecret]', GitLab a masked variable); print neither it nor a part of it.",
    };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } = [Printed];
}
