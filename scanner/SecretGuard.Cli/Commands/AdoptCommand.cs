using System.CommandLine;
using SecretGuard.Cli.Adopting;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Rotating;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Remedies;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard adopt FILE:LINE</c>: takes a secret out of a file into a store. Without <c>--apply</c> it only plans.</summary>
internal static class AdoptCommand
{
    public static Command Create()
    {
        var input = new AdoptArguments();
        var output = new DocumentArguments("adopt.json");
        var command = new ToolCommand(
            "adopt",
            "Take a secret out of a file: into a store, into secretguard.yml, and a reference in its place. Plan first, do with --apply. No value is shown.",
            "secretguard adopt appsettings.json:12                                          asks for what is not said, on a terminal",
            "secretguard adopt appsettings.json:12 --to user-secrets --key Smtp:Password    what would be done",
            "secretguard adopt src/Mail.cs:40 --to vault --key smtp-password --stdin --apply --record adopt.json",
            "secretguard adopt compose.yml:7 --to dotenv:.env --key DB_PASSWORD --keep-value --apply");
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            AdoptArguments.Typed typed = input.Bind(parsed);
            ScanOptions options = ScanCommand.WithBaseline(input.Project(parsed, typed.Spot), null);
            var dialog = AdoptionDialog.OnThisTerminal;
            var questions = new AdoptionQuestions(options, typed, dialog);
            AdoptionSubject subject = questions.Subject();
            using var opener = new StoreOpener(options.Project.Root);
            var choice = new StoreChoice(options.Project, opener, questions.Environment());
            AdoptionTarget target = questions.Target(subject, choice);
            return typed.ShowsPermissions ? ShowPermissions(target)
                : new Run(typed, options.Project, choice.Environment, subject, new DeclarationEdit(target, questions.Consumer(subject)), target, input.Asking(parsed), targets, dialog)
                    .DoAsync(cancellation).GetAwaiter().GetResult();
        });
        return command;
    }

    private static int ShowPermissions(AdoptionTarget target)
    {
        StorePermissions.Write(StorePermissions.OfWriting(target.Store, [target.Query]), "read and write");
        return ExitCodes.Clean;
    }

    private sealed class Run(
        AdoptArguments.Typed typed, Project project, string environment, AdoptionSubject subject, DeclarationEdit edit, AdoptionTarget target, VerifierOptions options, IReadOnlyList<OutputTarget> targets, AdoptionDialog? dialog)
    {
        private bool IsGiven => typed.Choice.Source == ValueSource.Given;

        public async Task<int> DoAsync(CancellationToken cancellation)
        {
            if (typed.Applies && IsGiven && !typed.IsGiven && dialog is null)
            {
                throw new UsageException("say where the value comes from: --stdin takes a new one, --keep-value moves the one in the file, --stored leaves the one in the store");
            }

            var planner = new AdoptionPlanner(subject, target, typed.Choice, (edit, project.ConfigurationTarget), project.Root, options);
            AdoptionPlan plan = await planner.MakeAsync(null, cancellation);
            AdoptedFinding finding = Finding(cancellation);
            bool applies = typed.Applies;
            if (!applies)
            {
                var planned = new AdoptionRecord(finding, plan, typed.Record);
                planned.Write();
                ReportWriter.Write(planned.Document, targets);
                applies = dialog?.HasAsked == true && !plan.IsBarred && typed.Record is null && dialog.Confirm("Do it now?");
                if (!applies)
                {
                    return ExitCode(planned);
                }
            }

            // What was given may be what is there already: then nothing bars the rest.
            plan = IsGiven && plan.Standing is not null ? await planner.MakeAsync(Given(), cancellation) : plan;
            var record = new AdoptionRecord(finding, plan, typed.Record) { IsApplied = true, Stopped = plan.IsBarred ? "nothing was done: its value cannot go into the store" : "" };
            try
            {
                if (plan.IsBarred)
                {
                    record.Write();
                }
                else
                {
                    await new AdoptionRun(project.ConfigurationTarget, options).RunAsync(plan, record, cancellation);
                }
            }
            finally
            {
                // Also where the record cannot be written any more: what was done is told.
                ReportWriter.Write(record.Document, targets);
            }

            return ExitCode(record);
        }

        private AdoptedFinding Finding(CancellationToken cancellation)
        {
            SuspectFile file = subject.File;
            HeadState head = HeadCheck.Of(file.FullPath, file.WrittenOf(subject.Found), cancellation);
            return new AdoptedFinding(subject.Found.Finding.Location, subject.Found.Finding.Rule, target.Id)
            {
                Environment = environment,
                Head = head,
                Next = [.. NextSteps.Of(subject, target, typed.Choice.Source, environment, head != HeadState.NoCommit)],
            };
        }

        /// <summary>The value that somebody gives, which is a new one.</summary>
        private SecretValue Given()
        {
            SecretValue given = GivenValue.Read($"the new value of '{target.Id}'");
            ValueFacts facts = options.Values!.Look(given);
            string? old = subject.Place.Value;
            return facts.IsEmpty || facts.IsPlaceholder ? throw new UsageException("--stdin: what came in stands for a value that nobody has filled in")
                : old is not null && facts.IsSameAs(options.Values.Look(SecretValue.Of(old))) ? throw new UsageException("--stdin: that is the value that stands in the file, and it is known; --keep-value moves it all the same")
                : old is not null && OneTexts.IsOne(old) && subject.File.WrittenOf(subject.Found) != old && facts.Misfits.ContainsKey("connection-string") ? throw new UsageException("--stdin: a connection string or an address stands in the file, and all of it goes into the store: give the whole one, with the new password in it")
                : given;
        }

        private static int ExitCode(AdoptionRecord record)
        {
            bool isUntold = record.Rows.Any(step => step.Action == AdoptionAction.CannotTell || step.State is SyncState.Failed or SyncState.Unknown or SyncState.NotReached);
            bool isOpen = record.Rows.Any(step => (step.State == SyncState.Planned && step.Action != AdoptionAction.Keep) || step.State == SyncState.Changed);
            return isUntold ? ExitCodes.Incomplete : isOpen ? ExitCodes.Findings : ExitCodes.Clean;
        }
    }
}
