using System.Text.RegularExpressions;
using SecretGuard.References.GitHub;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Says whether an expression of a workflow is the commit that somebody proposes, or the repository that it comes from.</summary>
internal static class ProposedHead
{
    private static readonly string[] Heads =
    [
        "github.event.pull_request.head.", "github.head_ref", "refs/pull/", "github.event.workflow_run.head_", "pull_request.head.repo", "head_repository",
        "outputs.head_sha", "outputs.head_ref", "outputs.head-sha", "outputs.head-ref", "outputs.headSha", "outputs.headRef", "outputs.pr_head", "outputs.pull_request_head",
    ];

    /// <summary>A comment names no commit: a step asks for that of the request under which it stands.</summary>
    private static readonly string[] Questions = ["headRefOid", "headRefName", "head.sha", "head.ref", "pull-request-comment-branch@", "refs/pull/"];

    private static readonly Regex Output = new(@"(?<of>steps|needs)\.(?<id>[A-Za-z0-9_-]+)\.outputs\.(?<name>[A-Za-z0-9_-]+)", RegexOptions.NonBacktracking);

    /// <summary>Whether a text says so itself.</summary>
    public static bool IsIn(string? text) => text is not null && Array.Exists(Heads, sign => text.Contains(sign, StringComparison.Ordinal));

    /// <summary>Whether a text says so, or takes it from a step that asked for it, of this job or of one before.</summary>
    public static bool IsIn(string? text, WorkflowJob job, IReadOnlyList<WorkflowJob> jobs) => IsIn(text) || (text is not null && Output.Matches(text).Any(output => IsAsked(output, job, jobs)));

    private static bool IsAsked(Match output, WorkflowJob job, IReadOnlyList<WorkflowJob> jobs)
    {
        string id = output.Groups["id"].Value, name = output.Groups["name"].Value;
        if (output.Groups["of"].Value == "needs")
        {
            WorkflowJob? before = jobs.FirstOrDefault(one => one.Name == id);
            return before?.Value["outputs"][name].Text is { } handed && (IsIn(handed) || Output.Matches(handed).Any(inner => inner.Groups["of"].Value == "steps" && IsAsked(inner, before, jobs)));
        }

        return !name.Contains("base", StringComparison.OrdinalIgnoreCase)
            && job.Steps.Where(step => step.TextOf("id") == id).SelectMany(YamlWalk.Scalars).Any(text => Array.Exists(Questions, sign => text.Scalar.Text!.Contains(sign, StringComparison.Ordinal)));
    }
}
