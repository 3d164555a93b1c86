using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Sources;
using SecretGuard.Text;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard install-hook</c>: lets git's hooks call this tool, in whatever way the repository keeps them.</summary>
internal static class InstallHookCommand
{
    public static Command Create()
    {
        var stages = new Option<string[]>("--stage") { Description = "The hook to set up; several are possible (pre-commit).", HelpName = string.Join('|', HookLine.Stages) };
        var keeper = new Option<string?>("--using") { Description = "Which of the ways to keep hooks to use, where there are several.", HelpName = string.Join('|', HookKeepers.Names) };
        var uninstall = new Option<bool>("--uninstall") { Description = "Take out again what this command wrote." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would be written, and write nothing." };
        stages.CompletionSources.Add([.. HookLine.Stages]);
        keeper.CompletionSources.Add([.. HookKeepers.Names]);
        var command = new ToolCommand(
            "install-hook",
            "Let git's hooks call this tool: git's own, core.hooksPath, Husky.Net, husky, lefthook or pre-commit.",
            "secretguard install-hook                                    before every commit",
            "secretguard install-hook --stage pre-commit --stage pre-push --stage commit-msg",
            "secretguard install-hook --dry-run",
            "secretguard install-hook --uninstall")
        { stages, keeper, uninstall, dryRun };
        command.Does((parsed, cancellation) =>
        {
            string root = Project.Find(Environment.CurrentDirectory, ["."], null).Root;
            string[] wanted = [.. (parsed.GetValue(stages) is { Length: > 0 } typed ? typed : ["pre-commit"]).Select(stage => Known("--stage", stage, HookLine.Stages))];
            bool removes = parsed.GetValue(uninstall), isDry = parsed.GetValue(dryRun);
            foreach (IHookKeeper kept in Keepers(root, parsed.GetValue(keeper), removes, cancellation))
            {
                if (removes)
                {
                    Write(kept.Remove(), kept, "does not call secretguard by what this command wrote", root, isDry);
                    continue;
                }

                foreach (string stage in wanted)
                {
                    Write([kept.Add(stage, ToolCall.In(root))], kept, $"calls secretguard already ({stage})", root, isDry);
                    if (kept.NextStep(stage) is { } next)
                    {
                        Console.Out.WriteLine($"next: {next}");
                    }
                }
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static IReadOnlyList<IHookKeeper> Keepers(string root, string? named, bool removes, CancellationToken cancellation)
    {
        IReadOnlyList<IHookKeeper> found = named == "native" ? [HookKeepers.Native(root, cancellation)] : HookKeepers.Of(root, cancellation);
        if (named is not null)
        {
            Known("--using", named, HookKeepers.Names);
            return found.FirstOrDefault(kept => kept.Name == named) is { } chosen ? [chosen] : throw new UsageException($"--using: this repository has nothing of {named} at '{root}'");
        }

        return found.Count == 1 || removes ? found
            : throw new UsageException($"hooks are kept in several ways here ({string.Join(", ", found.Select(kept => $"{kept.Name} in {kept.Place}"))}); say which with --using");
    }

    private static void Write(IEnumerable<FileChange> changes, IHookKeeper kept, string nothing, string root, bool isDry)
    {
        FileChange[] needed = [.. changes.Where(change => change.IsNeeded)];
        if (needed.Length == 0)
        {
            Console.Out.WriteLine($"{kept.Place} {nothing}");
        }

        foreach (FileChange change in needed)
        {
            string path = FileListing.WithSlashes(Path.GetRelativePath(root, change.Path));
            if (!isDry)
            {
                change.Apply();
            }

            Console.Out.WriteLine($"{(isDry ? "would " : "")}{(change.After is null ? "remove" : "write")} {path}");
            foreach (string line in change.Difference())
            {
                Console.Out.WriteLine($"  {line}");
            }
        }
    }

    private static string Known(string option, string name, IReadOnlyList<string> names) =>
        names.Contains(name, StringComparer.Ordinal) ? name : throw new UsageException($"{option}: '{name}' is not one of {string.Join(", ", names)}{NearestName.Hint(name, names)}");
}
