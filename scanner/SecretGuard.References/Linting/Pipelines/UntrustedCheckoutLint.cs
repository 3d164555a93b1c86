using SecretGuard.Findings;
using SecretGuard.References.GitHub;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>
/// Workflows that run with the secrets of the repository for a change that anybody may propose, and run what the change brings. Where somebody must agree first (a
/// label, an environment, who the author is), nothing is told.
/// </summary>
internal sealed class UntrustedCheckoutLint : ILint, IRepositoryLint
{
    private const string SignIn = "id-token", Called = "workflow_call", Here = "./";

    private static readonly string[] Triggers = ["pull_request_target", "workflow_run", "issue_comment"];
    private static readonly string[] Commands = ["gh pr checkout", "git fetch origin pull/", "git fetch origin refs/pull/"];
    private static readonly string[] Taking = ["git checkout", "git switch", "git merge", "git reset", "git pull", "git clone"];

    /// <summary>Actions that run what was checked out: a Dockerfile, hooks, scripts of packages.</summary>
    private static readonly string[] Running = ["docker/build-push-action@", "docker/bake-action@", "pre-commit/action@", "goreleaser/goreleaser-action@", "gradle/gradle-build-action@", "cypress-io/github-action@", "bahmutov/npm-install@", "./"];

    private static readonly string[] Guards = ["label", "author_association", "head.repo.full_name ==", "head.repo.fork", "github.actor", "head_repository.full_name ==", "user.login", "sender.login"];

    /// <summary>Steps that ask whether who started it may write to the repository.</summary>
    private static readonly string[] Asking = ["getCollaboratorPermissionLevel", "/collaborators/", "check-user-permission", "check-actor-permissions", "user-permission"];

    /// <summary>What an input is called that says which commit is built.</summary>
    private static readonly string[] Commits = ["ref", "sha", "branch", "commit", "repo"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.UntrustedCheckout];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!GitHubActionsExtractor.IsWorkflow(text.Source) || !Array.Exists([.. Triggers, Called], trigger => text.Source.Text.Contains(trigger, StringComparison.Ordinal)))
        {
            return;
        }

        foreach (Workflow workflow in text.Roots.Select(root => new Workflow(root)))
        {
            string? trigger = Array.Find(Triggers, workflow.IsStartedBy);
            WorkflowJob[] jobs = trigger is null ? [] : [.. workflow.Jobs];
            foreach (WorkflowJob job in Unguarded(jobs))
            {
                if (job.Value.TextOf("uses") is { } callee && callee.StartsWith(Here, StringComparison.Ordinal) && (Secrets(workflow, job) ?? Token(workflow, job)) is { } handed)
                {
                    found.Keep(text.Source, new Call(trigger!, text.Source.Path, callee[Here.Length..], handed, Secrets(workflow, job) is null));
                }

                if ((Checkout(job, jobs) ?? Handed(job, jobs)) is { } head && (Secrets(workflow, job) ?? Token(workflow, job)) is { } reach)
                {
                    found.Add(PipelineRules.UntrustedCheckout, head.Location, $"job/{job.Name}", $"'{trigger}' runs with {reach}, and what anybody proposes is what runs");
                }
            }

            WorkflowJob[] called = workflow.IsStartedBy(Called) ? [.. workflow.Jobs] : [];
            foreach (WorkflowJob job in Unguarded(called))
            {
                if (Checkout(job, called) is { } head)
                {
                    found.Keep(text.Source, new CalledCheckout(text.Source.Path, job.Name, head.Location, Token(workflow, job) is not null));
                }
            }
        }
    }

    /// <summary>A workflow that is called sees the event of who calls it, and what that hands on.</summary>
    public void Look(LintRepository repository, LintFindings found)
    {
        ILookup<string, CalledCheckout> called = repository.Kept<CalledCheckout>().ToLookup(checkout => checkout.Path, StringComparer.Ordinal);
        foreach ((Call call, CalledCheckout checkout) in repository.Kept<Call>().SelectMany(call => called[call.Callee].Where(checkout => !call.IsToken || checkout.TakesToken).Select(checkout => (call, checkout))))
        {
            found.Add(PipelineRules.UntrustedCheckout, checkout.Location, $"job/{checkout.Job}", $"'{call.Trigger}' of {call.Caller} calls it with {call.Reach}, and what anybody proposes is what runs");
        }
    }

    private static IEnumerable<WorkflowJob> Unguarded(WorkflowJob[] jobs) => jobs.Where(job => !IsGuarded(job) && !jobs.Any(other => job.Needs.Contains(other.Name, StringComparer.Ordinal) && IsGuarded(other)));

    /// <summary>Where the proposed change is fetched, if a later step may run some of it.</summary>
    private static YamlValue? Checkout(WorkflowJob job, WorkflowJob[] jobs)
    {
        for (int i = 0; i < job.Steps.Count; i++)
        {
            YamlValue step = job.Steps[i], run = step["run"];
            if (run.Text is { } script && (Array.Exists(Commands, command => script.Contains(command, StringComparison.Ordinal)) || TakesHead(step, script, job, jobs)))
            {
                return run;
            }

            YamlValue? head = step.TextOf("uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true
                ? new[] { step["with", "ref"], step["with", "repository"] }.FirstOrDefault(value => ProposedHead.IsIn(value.Text, job, jobs)) : null;
            if (head is not null && job.Steps.Skip(i + 1).Any(later => later["run"].Text is not null || (later.TextOf("uses") is { } action && Array.Exists(Running, one => action.StartsWith(one, StringComparison.Ordinal)))))
            {
                return head;
            }
        }

        return null;
    }

    /// <summary>Where a workflow that is called is told to build the proposed change.</summary>
    private static YamlValue? Handed(WorkflowJob job, WorkflowJob[] jobs) => job.Value.TextOf("uses") is null ? null
        : job.Value["with"].Members.FirstOrDefault(input => ProposedHead.IsIn(input.Value.Text, job, jobs) && Array.Exists(Commits, word => input.Key.Text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)).Value;

    /// <summary>Whether a script puts the proposed change into the tree, by its own words or by a variable of its step.</summary>
    private static bool TakesHead(YamlValue step, string script, WorkflowJob job, WorkflowJob[] jobs) =>
        Array.Exists(Taking, command => script.Contains(command, StringComparison.Ordinal)) && (ProposedHead.IsIn(script, job, jobs) || step["env"].Members.Any(variable => ProposedHead.IsIn(variable.Value.Text, job, jobs) && variable.Key.Text is { } name && script.Contains(name, StringComparison.Ordinal)));

    /// <summary>What of secrets the job can use; null where it is nothing.</summary>
    private static string? Secrets(Workflow workflow, WorkflowJob job)
    {
        if (job.Value.TextOf("secrets") == "inherit")
        {
            return "secrets of the repository";
        }

        IEnumerable<YamlValue> values = YamlWalk.Scalars(job.Value).Concat(YamlWalk.Scalars(workflow.Root["env"])).Select(one => one.Scalar);
        return values.SelectMany(value => SecretExpression.In(value.Text!)).FirstOrDefault() is not { } secret ? null : secret.Name == "*" ? "secrets of the repository" : $"the secret '{secret.Name}'";
    }

    /// <summary>What the job's own token may do beyond reading; null where it is nothing.</summary>
    private static string? Token(Workflow workflow, WorkflowJob job)
    {
        YamlValue permissions = job.Value["permissions"] != YamlValue.Nothing ? job.Value["permissions"] : workflow.Root["permissions"];
        string[] writing = [.. permissions.Members.Where(member => member.Value.Text == "write").Select(member => member.Key.Text ?? "")];
        return permissions == YamlValue.Nothing || permissions.Text == "write-all" || writing.Any(scope => scope != SignIn) ? "a token that may write to the repository"
            : writing.Length > 0 ? "a token that signs in to whoever trusts the repository ('id-token')" : null;
    }

    private static bool IsGuarded(WorkflowJob job) =>
        job.Value["environment"] != YamlValue.Nothing || (job.Value.TextOf("if") is { } condition && Array.Exists(Guards, sign => condition.Contains(sign, StringComparison.Ordinal)))
        || job.Steps.Any(step => YamlWalk.Scalars(step).Any(text => Array.Exists(Asking, sign => text.Scalar.Text!.Contains(sign, StringComparison.Ordinal))));

    /// <summary>A call of a workflow of the repository, for a change that anybody may propose.</summary>
    private sealed record Call(string Trigger, string Caller, string Callee, string Reach, bool IsToken);

    /// <summary>Where a workflow that is called fetches the proposed change.</summary>
    private sealed record CalledCheckout(string Path, string Job, Location Location, bool TakesToken);
}
