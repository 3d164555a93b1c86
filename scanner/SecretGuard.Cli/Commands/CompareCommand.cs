using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Moving;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard compare FROM TO</c>: whether two stores hold the same.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var from = new Argument<string>("FROM") { Description = "A store of secretguard.yml, or TYPE:ADDRESS." };
        var to = new Argument<string>("TO") { Description = "Another one." };
        var input = new MoveArguments();
        var output = new DocumentArguments("compare.json");
        var command = new ToolCommand(
            "compare",
            "Compare what two stores hold, name by name. Values are read in memory; none is shown, nor a digest of one.",
            "secretguard compare aws keyvault --env prod",
            "secretguard compare dotenv:.env keyvault --only 'GHCR_*'",
            "secretguard compare vault keyvault --format json")
        { from, to };
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            Project project = input.Project(parsed);
            using var opener = new StoreOpener(project.Root);
            StorePair pair = input.Open(parsed, project, opener, parsed.GetValue(from)!, parsed.GetValue(to)!);
            VerifierOptions options = input.Asking(parsed);
            if (input.FindAsync(parsed, project, pair, options, cancellation).GetAwaiter().GetResult() is not { } pairs)
            {
                return ExitCodes.Incomplete;
            }

            var comparing = new Comparing(pair, options);
            ComparedSecret[] compared = [.. comparing.RunAsync(pairs, cancellation).GetAwaiter().GetResult().Where(IsTold).Select(one => one.Told())];
            ReportWriter.Write(new ComparisonDocument(comparing.Stores, compared) { ToolVersion = ToolVersion.Current }, targets);
            return compared.Any(one => one.State is not (ComparedState.Same or ComparedState.CannotTell)) ? ExitCodes.Findings
                : compared.Any(one => one.State == ComparedState.CannotTell) ? ExitCodes.Incomplete : ExitCodes.Clean;
        });
        return command;
    }

    /// <summary>What need not be there and is in neither is no difference.</summary>
    private static bool IsTold(Compared one) => one.State != ComparedState.InNeither || one.Pair.Secret?.IsRequired == true;
}
