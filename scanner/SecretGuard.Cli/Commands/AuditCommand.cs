using System.CommandLine;
using SecretGuard.Cli.Audits;
using SecretGuard.Cli.Audits.Screens;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Configuration;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary>
/// <c>secretguard audit</c>: goes through what nobody has decided about, and shows each secret in its place. The whole project is looked at,
/// whatever is asked about: a decision holds wherever the same value stands in a file of the same name.
/// </summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "The baseline; the project's by default.", Arity = ArgumentArity.ZeroOrOne };
        var input = new ScanArguments { WithoutPaths = true, Scope = ScanScope.WholeProject };
        var choice = new AuditArguments();
        var acceptance = new AcceptanceArguments();
        var command = new ToolCommand(
            "audit",
            "Go through the secrets that nobody has decided about, on the whole terminal: what is none, what is real.",
            "secretguard audit",
            "secretguard audit --rule 'generic-*' --path 'src/**'    these only",
            "secretguard audit --grace 30d                           what is real is accepted for a month",
            "secretguard audit --answer yes --path 'tests/data/**' --reason \"made by the test generator\"")
        { file };
        choice.AddTo(command);
        acceptance.AddTo(command);
        input.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            Answer? answer = choice.AnswerForAll(parsed, acceptance.HasReason(parsed));
            Func<Finding, BaselineEntry> accept = acceptance.Bind(parsed);
            int? grace = choice.Grace(parsed);
            int context = choice.Context(parsed);
            AuditFilter filter = choice.Filter(parsed);
            ScanOptions options = input.Bind(parsed);
            _ = RuleSelection.Make(options.Project.Settings, choice.Rules(parsed), []);
            string path = PathOf(parsed.GetValue(file), options);
            options = options with { OwnFiles = new HashSet<string>([.. options.OwnFiles, path], PathIdentity.Comparer) };
            var baseline = new BaselineFile(path);
            Baseline old = baseline.Read();
            if (answer is null && !AuditTerminal.IsThere)
            {
                throw new UsageException("audit shows secrets, so it works on an interactive terminal only; elsewhere decide by pattern: secretguard audit --answer yes|no --rule RULE --path GLOB --reason TEXT");
            }

            options = BaselineCreateCommand.OfWholeProject(options);
            ScanOutcome outcome = BaselineCreateCommand.Scan(options, old, cancellation);
            IReadOnlyList<AuditItem> items = AuditItem.Of(outcome.Report);
            var session = new AuditSession([.. items.Where(answer is null ? filter.Shows : filter.Covers)], baseline, options.Policy.Today!.Value, choice.IsOfAll(parsed));
            var terms = new AuditTerms(accept, session.Today, grace);
            if (answer is { } given)
            {
                AnswerAll(session, terms, given, choice.IsDryRun(parsed));
            }
            else if (session.Listed.Count > 0 && !Ask(session, terms, new SourceReader(options.Project.Root, outcome.Report.StartedAt), outcome.Report, context, cancellation))
            {
                return ExitCodes.Interrupted;
            }

            Console.Out.WriteLine($"{baseline.Name}: {Summary(session)}");
            return outcome.Report.Incomplete.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
        });
        return command;
    }

    /// <summary>The baseline that is meant, which need not exist where it is the project's.</summary>
    private static string PathOf(string? named, ScanOptions options)
    {
        if (named is null)
        {
            return options.Project.BaselinePath;
        }

        string path = Path.GetFullPath(named, options.Current);
        return !File.Exists(path) ? throw new UsageException($"'{named}' does not exist; without a name the project's baseline is audited")
            : Project.ReadText(path).AsSpan().TrimStart().StartsWith("{") ? throw new UsageException($"'{named}' is a baseline of detect-secrets: secretguard detect-secrets audit '{named}' labels it")
            : path;
    }

    /// <summary>Asks until the user quits; false where the process was told to end.</summary>
    private static bool Ask(AuditSession session, AuditTerms terms, SourceReader sources, Report report, int context, CancellationToken cancellation)
    {
        var dialog = new AuditDialog(session, terms);
        try
        {
            AuditTerminal.Run(dialog, new AuditView(dialog, sources, report.Rules, context), cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"secretguard: stopped; every decision was written when it was made: {Summary(session)}");
            return false;
        }
    }

    private static void AnswerAll(AuditSession session, AuditTerms terms, Answer answer, bool dryRun)
    {
        IReadOnlyList<AuditItem> items = session.Listed;
        foreach (AuditItem item in items)
        {
            Console.Out.WriteLine($"  {VisibleText.Of(item.First.Location.Path)}:{item.First.Location.StartLine} [{item.First.Rule}] {item.Fingerprint}");
        }

        if (dryRun || items.Count == 0)
        {
            return;
        }

        if (session.Decide(items, (item, old) => terms.Entry(item, old, answer, terms.Accept(item.First).Reason!)) is { } notice)
        {
            Console.Error.WriteLine($"secretguard: {notice}");
        }
    }

    private static string Summary(AuditSession session) =>
        session.Items == 0 ? "nothing to decide" : $"{session.Count(AuditStatus.Accepted)} accepted, {session.Count(AuditStatus.Real)} real, {session.Open} to decide";
}
