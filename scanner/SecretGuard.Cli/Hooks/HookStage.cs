using System.CommandLine;

namespace SecretGuard.Cli.Hooks;

/// <summary>When git calls, and with that what is looked at.</summary>
internal enum HookStage
{
    /// <summary>Before a commit: what is staged.</summary>
    PreCommit,

    /// <summary>Before a commit, once its message is written: the message.</summary>
    CommitMessage,

    /// <summary>Before a push: what the remote does not have yet.</summary>
    PrePush,

    /// <summary>On the server, before what was pushed is taken in: what no reference leads to yet.</summary>
    PreReceive,
}

/// <summary>How a stage is named, and how it is told where nobody names it.</summary>
internal static class HookStages
{
    /// <summary>The names of git, those that do the same among them.</summary>
    private static readonly NamedStage[] Known =
    [
        new("pre-commit", HookStage.PreCommit), new("pre-merge-commit", HookStage.PreCommit), new("commit-msg", HookStage.CommitMessage),
        new("pre-push", HookStage.PrePush), new("pre-receive", HookStage.PreReceive),
    ];

    private static string[] Names => Array.ConvertAll(Known, known => known.Name);

    public static Option<string?> NewOption()
    {
        var option = new Option<string?>("--stage") { Description = "Which hook of git this is; pre-commit where neither the arguments nor pre-commit say it.", HelpName = string.Join('|', Names) };
        option.CompletionSources.Add(Names);
        return option;
    }

    /// <summary>The stage that was typed, or the one that the framework pre-commit runs the hook for: it has told the range of a push, and names the file of a message.</summary>
    public static HookStage Of(string? typed, IReadOnlyList<string> files)
    {
        if (typed is not null)
        {
            return Array.Find(Known, known => known.Name == typed)?.Stage
                ?? throw new UsageException($"--stage: '{typed}' is not one of {string.Join(", ", Names)}{Text.NearestName.Hint(typed, Names)}");
        }

        return PushedReferences.OfFramework is not null ? HookStage.PrePush
            : files is [var file] && CommitMessage.IsFileOfGit(file) ? HookStage.CommitMessage
            : HookStage.PreCommit;
    }

    private sealed record NamedStage(string Name, HookStage Stage);
}
