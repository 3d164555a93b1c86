using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Importing;
using SecretGuard.Cli.Migrating;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard migrate</c>: the whole change-over of a repository from other tools, shown before it is written.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var write = new Option<bool>("--write") { Description = "Write the changes; at a terminal the command asks otherwise." };
        var keepBaseline = new Option<bool>("--keep-baseline") { Description = "Leave .secrets.baseline in use: only the program of the hook changes." };
        var removeOld = new Option<bool>("--remove-old") { Description = "Remove the files that are not needed any more." };
        var acceptReal = new Option<bool>("--accept-real") { Description = "Accept what an audit called a secret, too." };
        var acceptHistory = new Option<bool>("--accept-history") { Description = "Accept what only the history holds: in the history, not in a file." };
        var repository = new Option<string?>("--hook-repo") { Description = "Let pre-commit take the hook from this repository instead of an installed program.", HelpName = "URL" };
        var revision = new Option<string?>("--hook-rev") { Description = "The commit or tag for --hook-repo.", HelpName = "REV" };
        var input = new ScanArguments { WithoutPaths = true, Scope = ScanScope.Settings };
        var acceptance = new AcceptanceArguments();
        var command = new ToolCommand(
            "migrate",
            "Change a repository over from detect-secrets, gitleaks, trufflehog or kingfisher.",
            "secretguard migrate                    show every change as a difference",
            "secretguard migrate --write --remove-old",
            "secretguard migrate --keep-baseline    go on with .secrets.baseline, in the hook too")
        { write, keepBaseline, removeOld, acceptReal, acceptHistory, repository, revision };
        input.AddTo(command);
        acceptance.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            var origin = new HookOrigin(parsed.GetValue(repository), parsed.GetValue(revision));
            if (origin.Repository is null != origin.Revision is null)
            {
                throw new UsageException("--hook-repo and --hook-rev belong together: pre-commit needs a repository and a commit or tag of it");
            }

            Func<Finding, BaselineEntry> accept = acceptance.Bind(parsed);
            ScanOptions options = ScanCommand.WithBaseline(input.Bind(parsed), null);
            string root = options.Project.Root;
            var survey = RepositorySurvey.Of(root, ImportRun.Files(options, cancellation), origin, parsed.GetValue(keepBaseline));
            if (survey.IsEmpty)
            {
                Console.Out.WriteLine($"nothing of {string.Join(", ", SecretGuard.Migration.ForeignFormats.Tools)} was found here; 'secretguard init' sets a repository up");
                return ExitCodes.Clean;
            }

            ImportPlan plan = new ImportRun(options, survey.Sources, accept) { AcceptsReal = parsed.GetValue(acceptReal), AcceptsHistory = parsed.GetValue(acceptHistory), HonoursComments = survey.HasComments, More = survey.More }.Plan(cancellation) with { IsDry = true };
            FileChange[] old = [.. survey.Sources.Where(source => IsBelow(root, source.Path)).Select(source => new FileChange(source.Path, Projects.Project.ReadText(source.Path), null))];
            bool removes = parsed.GetValue(removeOld);
            FileChange[] hooks = [.. survey.Hooks.Where(change => change.IsNeeded)], needed = [.. plan.Needed, .. hooks, .. removes ? old : []];
            ShowDifference(needed, root, new Detector(options.Rules));
            plan.Document(root, hooks, survey.Remainders).Write(FormatArguments.Text, Console.Out);
            Write(needed, parsed.GetValue(write));
            if (!removes && old.Length > 0)
            {
                Console.Out.WriteLine($"not needed any more: {string.Join(", ", old.Select(change => VisibleText.Of(Name(root, change.Path))))}; remove {(old.Length == 1 ? "it" : "them")} when all is well (--remove-old)");
            }

            return plan.ExitCode;
        });
        return command;
    }

    private static void Write(FileChange[] needed, bool isAsked)
    {
        if (needed.Length > 0 && (isAsked || Asks()))
        {
            foreach (FileChange change in needed)
            {
                change.Apply();
            }

            Console.Out.WriteLine($"wrote {Amount.Of(needed.Length, "file")}");
        }
        else if (needed.Length > 0)
        {
            Console.Out.WriteLine("nothing was written; --write does it");
        }
    }

    private static void ShowDifference(FileChange[] needed, string root, Detector detector)
    {
        var difference = new UnifiedDifference(root, detector);
        foreach (FileChange change in needed)
        {
            difference.Write(change, Console.Out);
        }

        if (needed.Length > 0)
        {
            Console.Out.WriteLine();
        }
    }

    /// <summary>Asks at a terminal; elsewhere nobody could answer.</summary>
    private static bool Asks()
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            return false;
        }

        Console.Out.Write("Write these changes? (y/N) ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    private static bool IsBelow(string root, string path) => !Name(root, path).StartsWith("..", StringComparison.Ordinal);

    private static string Name(string root, string path) => FileListing.WithSlashes(Path.GetRelativePath(root, path));
}
