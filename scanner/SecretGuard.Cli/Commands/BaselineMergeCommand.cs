using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard baseline merge %O %A %B</c>: git's merge driver for the baseline. The result replaces %A, as git asks.</summary>
internal static class BaselineMergeCommand
{
    public static Command Create()
    {
        var ancestor = new Argument<string>("ANCESTOR") { Description = "The common ancestor (%O); may be empty." };
        var ours = new Argument<string>("OURS") { Description = "This branch's file (%A); the result is written here." };
        var theirs = new Argument<string>("THEIRS") { Description = "The other branch's file (%B)." };
        var command = new ToolCommand(
            "merge",
            "Merge two baselines without conflicts, as a merge driver of git.",
            "git config merge.secretguard-baseline.driver \"secretguard baseline merge %O %A %B\"",
            "echo \"secretguard.baseline merge=secretguard-baseline\" >> .gitattributes")
        { ancestor, ours, theirs };
        command.SetAction(parsed =>
        {
            string target = parsed.GetValue(ours)!;
            Baseline merged = BaselineMerge.Merge(Read(parsed.GetValue(ancestor)!), Read(target), Read(parsed.GetValue(theirs)!));
            ReportWriter.WriteFile(Path.GetFullPath(target), output => output.Write(BaselineFormat.Write(merged)));
        });
        return command;
    }

    private static Baseline Read(string path) =>
        File.Exists(path) || path == "/dev/null" ? Project.ReadBaseline(path, path) : throw new UsageException($"'{path}' does not exist");
}
