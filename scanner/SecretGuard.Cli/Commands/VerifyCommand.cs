using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Changes;
using SecretGuard.Cli.Verifying.Evidence;
using SecretGuard.Reporting;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard verify [PATH…]</c>: whether every secret that is referred to is in the store that is to hold it.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var input = new ReferenceArguments();
        var asking = new VerifyArguments();
        var output = new ReportArguments();
        var gate = new GateArguments();
        var command = new ToolCommand(
            "verify",
            "Check that every secret that is referred to is in its store, and usable.",
            "secretguard verify                                  with .env, user secrets and the environment, or what secretguard.yml declares",
            "secretguard verify --env prod --report sarif=verify.sarif",
            "secretguard verify --values                         placeholders, wrong forms, shared values, copies that drift",
            "secretguard verify --diff origin/main --report markdown=comment.md",
            "secretguard verify --leaks                          what of the history a store still serves",
            "secretguard verify --evidence audit.md --evidence audit.json",
            "secretguard verify --cluster                        what operators in the cluster say",
            "secretguard verify --dry-run                        what would be asked",
            "secretguard verify --permissions                    the least that the stores must allow");
        input.AddTo(command);
        asking.AddTo(command);
        gate.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            IReadOnlyList<EvidenceFile> evidence = asking.Evidence(parsed);
            ScanOptions options = gate.Bind(parsed, input.Bind(parsed)).ReportingTo(targets);
            options = options with { OwnFiles = new HashSet<string>([.. options.OwnFiles, .. evidence.Select(file => file.Path)], PathIdentity.Comparer) };
            (RepositoryReferences references, IReadOnlyList<Incomplete> incomplete) = input.ReadAll(parsed, options, cancellation, asking.Lints(parsed));
            BaseState? before = asking.Base(parsed) is { } name ? BaseReader.Read(name, references, options, cancellation) : null;
            using var runner = new VerifyRunner(options, asking.Bind(parsed) with { Base = before });
            if (asking.ShowsPlan(parsed))
            {
                asking.Show(parsed, runner.Plan(references));
                return ExitCodes.Clean;
            }

            Report report = runner.Run(references, incomplete, cancellation);
            foreach (EvidenceFile file in evidence)
            {
                file.Write(runner.Evidence!);
            }

            ReportWriter.Write(report, targets);
            return ScanOutcome.ExitCode(report, options.FailOn);
        });
        return command;
    }
}
