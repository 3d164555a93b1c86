namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>The command of each stage.</summary>
internal static class HookLine
{
    /// <summary>The hooks that can be set up, as git calls them. What runs on a server is set up there, by hand.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["pre-commit", "pre-merge-commit", "commit-msg", "pre-push", "pre-receive"];

    /// <summary>The command, with what git hands over.</summary>
    /// <param name="stage">The hook.</param>
    /// <param name="program">How this tool is called.</param>
    /// <param name="first">How the first argument is written there.</param>
    /// <param name="all">How all arguments are.</param>
    public static string Of(string stage, string program, string first, string all) => stage switch
    {
        "pre-commit" => $"{program} hook",
        "commit-msg" => $"{program} hook --stage commit-msg {first}",
        "pre-push" => $"{program} hook --stage pre-push {all}",
        _ => $"{program} hook --stage {stage}",
    };

    /// <summary>Whether git gives a hook lines on standard input, which only one can read.</summary>
    public static bool HasInput(string stage) => stage is "pre-push" or "pre-receive";
}
