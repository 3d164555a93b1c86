using System.CommandLine;
using SecretGuard.Cli.Accessing;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Inventories;
using SecretGuard.References.Linting;
using SecretGuard.References.Linting.Access;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard access [SECRET]</c>: who may do what with which secrets, by the files of the repository.</summary>
internal static class AccessCommand
{
    public static Command Create()
    {
        var secret = new Argument<string?>("SECRET") { Description = "A declared secret, or its name in a store; a pattern names several.", Arity = ArgumentArity.ZeroOrOne };
        var who = new Option<string?>("--who") { Description = "Only what somebody may whose name matches: a role, a service account (NAMESPACE/NAME), a workload (KIND/NAME).", HelpName = "GLOB" };
        var check = new Option<bool>("--check") { Description = "Exit with 1 where somebody uses what is not granted, or a workload has an admin right." };
        var input = new ReferenceArguments(withoutPaths: true);
        var output = new DocumentArguments("access.json", AccessDocument.Formats);
        var command = new ToolCommand(
            "access",
            "Tell who may read, write and manage which secrets, by what policies, roles and manifests here grant. Asks nobody.",
            "secretguard access",
            "secretguard access shop-db --format markdown",
            "secretguard access --who 'shop/*'              what the service accounts of a namespace may",
            "secretguard access --check --report html=access.html")
        { secret };
        command.Options.Add(who);
        command.Options.Add(check);
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            var filter = new AccessFilter(parsed.GetValue(secret), parsed.GetValue(who));
            (_, LintRepository repository) = input.ReadRepository(parsed, input.Bind(parsed), out int exitCode, cancellation);
            AccessOverview overview = filter.Of(AccessReview.Of(repository));
            ReportWriter.Write(new AccessDocument(overview) { ToolVersion = ToolVersion.Current }, targets);
            return exitCode != ExitCodes.Clean ? exitCode : parsed.GetValue(check) && overview.Secrets.Any(IsWrong) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static bool IsWrong(SecretAccess secret) => secret.Uses.Any(use => use.State == UseState.NotGranted) || secret.Grants.Any(grant => grant.IsAdminOfWorkload);
}
