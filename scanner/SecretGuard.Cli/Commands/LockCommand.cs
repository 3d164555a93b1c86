using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Locking;
using SecretGuard.Inventories;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard lock [PATH…]</c>: asks the stores once, and writes down what they say.</summary>
internal static class LockCommand
{
    public static Command Create()
    {
        var input = new ReferenceArguments();
        var asking = new VerifyArguments { OnlyAsks = true };
        var check = new Option<bool>("--check") { Description = "Write nothing and ask nothing; exit with 1 where the lock does not hold what is referred to." };
        var command = new ToolCommand(
            "lock",
            "Ask the stores that have a name, and write what they say into secretguard.lock: names, dates and states, no values.",
            "secretguard lock",
            "secretguard lock --check       in CI: whether somebody has to write it anew");
        input.AddTo(command);
        asking.AddTo(command);
        command.Options.Add(check);
        command.Does((parsed, cancellation) =>
        {
            ScanOptions options = input.Bind(parsed);
            (RepositoryReferences references, IReadOnlyList<Incomplete> incomplete) = input.ReadAll(parsed, options, cancellation);
            using var runner = new VerifyRunner(options, asking.Bind(parsed));
            int code = parsed.GetValue(check) ? Check(runner.Plan(references), LockFile.Read(options.Project)) : Write(runner, references, options.Project, cancellation);
            int unread = ReferenceArguments.Tell(incomplete);
            return code == ExitCodes.Clean ? unread : code;
        });
        return command;
    }

    private static int Write(VerifyRunner runner, RepositoryReferences references, Project project, CancellationToken cancellation)
    {
        (IReadOnlyList<LockRecord> earlier, bool isMended) = LockFile.ReadSound(project);
        if (isMended)
        {
            Console.Error.WriteLine($"secretguard: {LockFormat.FileName} has lines that were edited or left by a merge; they are not taken over");
        }

        (IReadOnlyList<LockRecord> records, IReadOnlyList<Judged> unanswered) = runner.Lock(references, earlier, cancellation);
        ReportWriter.WriteFile(LockFile.PathOf(project), output => output.Write(LockFormat.Write(records)));
        int wrong = records.Count(record => record.State != LockRecord.Present);
        Console.Out.WriteLine($"{LockFormat.FileName}: {Amount.Of(records.Count, "record")}{(wrong == 0 ? "" : $", {wrong} of them not as they should be: 'secretguard verify' tells where")}");
        foreach (IGrouping<(string Shown, string Cause, string Advice), Judged> store in unanswered.GroupBy(one => (one.Answer.Place.Store.Shown, one.Answer.Best.Cause, one.Answer.Best.Advice)))
        {
            Console.Error.WriteLine($"secretguard: {VisibleText.Of(store.Key.Shown)}: {VisibleText.Of(store.Key.Cause)}; {VisibleText.Of(store.Key.Advice)}. What it said before stays in the lock.");
        }

        return unanswered.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    private static int Check(IReadOnlyList<QuestionPlan> plans, IReadOnlyList<LockRecord> locked)
    {
        LockRecord[] asked = [.. plans.SelectMany(plan => plan.Questions).SelectMany(question => question.Places.Where(LockMaker.IsNamed).Select(place => LockMaker.About(question.Environment, place))).Distinct()];
        LockRecord[] lacking = [.. asked.Where(record => !locked.Any(record.IsAbout))];
        LockRecord[] unused = [.. locked.Where(record => record.Store is not (StoreTypes.Configuration or StoreTypes.Environment) && !asked.Any(record.IsAbout))];
        foreach ((LockRecord record, string what) in lacking.Select(record => (record, "not in the lock")).Concat(unused.Select(record => (record, "in the lock, and nothing refers to it any more"))))
        {
            Console.Out.WriteLine(VisibleText.Of($"{(record.Environment.Length == 0 ? "" : record.Environment + ": ")}{record.Store} {record.Name}{(record.Field is null ? "" : "#" + record.Field)}: {what}"));
        }

        Console.Out.WriteLine(lacking.Length + unused.Length == 0 ? $"{LockFormat.FileName} holds what is referred to" : $"{LockFormat.FileName} is not up to date: run 'secretguard lock'");
        return lacking.Length + unused.Length == 0 ? ExitCodes.Clean : ExitCodes.Findings;
    }
}
