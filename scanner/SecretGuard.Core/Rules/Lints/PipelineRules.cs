using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Images of containers, and the pipelines that make and deploy them.</summary>
public static class PipelineRules
{
    /// <summary>A secret as an argument or a variable of an image.</summary>
    public static Rule ImageVariable { get; } = new("image-secret-variable", "Image keeps a secret as an argument or a variable")
    {
        DiagnosticId = "SG3201",
        Severity = Severity.Medium,
        Advice = "Give a build what it needs by 'RUN --mount=type=secret,id=…', and a container what it needs when it starts.",
    };

    /// <summary>A file of secrets in an image.</summary>
    public static Rule ImageCopy { get; } = new("image-secret-copied", "Image gets a file of secrets")
    {
        DiagnosticId = "SG3202",
        Advice = "Mount it where the build needs it ('RUN --mount=type=secret,id=…' or '--mount=type=ssh'), or when the container starts; issue anew what an image has that was pushed.",
    };

    /// <summary>A secret as an argument of a build.</summary>
    public static Rule BuildArgument { get; } = new("image-build-argument", "Build of an image is given a secret as an argument")
    {
        DiagnosticId = "SG3203",
        Severity = Severity.Medium,
        Advice = "Give it as a secret of the build: '--secret id=…', 'build.secrets' of Compose, 'secrets' of docker/build-push-action.",
    };

    /// <summary>Everything in a folder becomes a part of an image.</summary>
    public static Rule ImageContext { get; } = new("image-context-unfiltered", "Image gets the folder, '.env' in it")
    {
        DiagnosticId = "SG3204",
        Severity = Severity.Low,
        Advice = "List '.env*' in '.dockerignore', or copy what is needed only.",
    };

    /// <summary>A secret's value in a file of Compose.</summary>
    public static Rule ComposeLiteral { get; } = new("compose-secret-literal", "Compose file holds the value of a secret")
    {
        DiagnosticId = "SG3205",
        Severity = Severity.Low,
        Advice = "Name a variable ('${NAME:?}') or a secret of Compose instead of the value.",
    };

    /// <summary>A value in the log.</summary>
    public static Rule Printed { get; } = new("pipeline-secret-printed", "Pipeline prints a secret")
    {
        DiagnosticId = "SG3206",
        Advice = "Take the value into a variable and hide it in the log (GitHub '::add-mask::', Azure '##vso[task.setsecret]', GitLab a masked variable); print neither it nor a part of it.",
    };

    /// <summary>A value within a script.</summary>
    public static Rule Interpolated { get; } = new("pipeline-secret-interpolated", "Pipeline writes a secret into a script")
    {
        DiagnosticId = "SG3207",
        Severity = Severity.Low,
        Advice = "Give the step the secret by 'env:', and name the variable in the script, in double quotes; in Jenkins, set the script in single quotes.",
    };

    /// <summary>A value that later steps do not know for one.</summary>
    public static Rule Unmasked { get; } = new("pipeline-secret-unmasked", "Pipeline hands a secret on without saying that it is one")
    {
        DiagnosticId = "SG3208",
        Severity = Severity.Medium,
        Advice = "Say that it is a secret before it is handed on, or fetch it in the step that needs it.",
    };

    /// <summary>All secrets as one text.</summary>
    public static Rule Dumped { get; } = new("pipeline-secrets-dumped", "Workflow takes all secrets as one text")
    {
        DiagnosticId = "SG3209",
        Advice = "Name the secrets that are needed, one by one.",
    };

    /// <summary>All secrets for somebody else.</summary>
    public static Rule Inherited { get; } = new("pipeline-secrets-inherited", "Workflow hands all secrets to another repository")
    {
        DiagnosticId = "SG3210",
        Severity = Severity.Medium,
        Advice = "Name the secrets that the called workflow needs under 'secrets:', and call it at a commit.",
    };

    /// <summary>A stranger's change beside the secrets.</summary>
    public static Rule UntrustedCheckout { get; } = new("pipeline-untrusted-checkout", "Workflow runs a proposed change with secrets in reach")
    {
        DiagnosticId = "SG3211",
        Advice = "Build proposed changes under 'pull_request', which has no secrets, and use what it made in a second workflow that does not run it; or let somebody agree first, by an environment with reviewers.",
    };

    /// <summary>A key that lasts.</summary>
    public static Rule LongLivedKey { get; } = new("pipeline-key-long-lived", "Pipeline keeps a key that lasts where it could prove who it is")
    {
        DiagnosticId = "SG3212",
        Severity = Severity.Low,
        Advice = "Let the cloud trust the pipeline's identity (OpenID Connect), and delete the key.",
    };

    /// <summary>The hook of another tool.</summary>
    public static Rule DetectSecretsHook { get; } = new("pre-commit-detect-secrets", "Hook runs detect-secrets")
    {
        DiagnosticId = "SG3213",
        Severity = Severity.Info,
        Advice = "'secretguard migrate' shows what it would change.",
    };

    /// <summary>A file of secrets that git would take.</summary>
    public static Rule Unignored { get; } = new("git-secret-file-unignored", "File of secrets is not kept out of git")
    {
        DiagnosticId = "SG3214",
        Severity = Severity.Low,
        Advice = "Add its name to '.gitignore', or write it into a temporary folder and take it away again.",
    };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } = [ImageVariable, ImageCopy, BuildArgument, ImageContext, ComposeLiteral, Printed, Interpolated, Unmasked, Dumped, Inherited, UntrustedCheckout, LongLivedKey, DetectSecretsHook, Unignored];
}
