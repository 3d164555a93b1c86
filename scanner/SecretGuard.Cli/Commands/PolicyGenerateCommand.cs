using System.CommandLine;
using System.CommandLine.Completions;
using SecretGuard.Cli.Accessing;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying;
using SecretGuard.Inventories;
using SecretGuard.References.Linting;
using SecretGuard.References.Linting.Access;
using SecretGuard.Reporting;
using SecretGuard.Text;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard policy generate CONSUMER</c>: the least policy for somebody who uses secrets.</summary>
internal static class PolicyGenerateCommand
{
    private static readonly (string Name, string[] Types)[] Languages =
    [
        ("vault", [StoreTypes.Vault]), ("iam", [StoreTypes.AwsSecretsManager, StoreTypes.AwsSsm]), ("azure", [StoreTypes.AzureKeyVault]), ("kubernetes", [StoreTypes.Kubernetes]),
    ];

    public static Command Create()
    {
        var consumer = new Argument<string>("CONSUMER") { Description = "Who reads: a workload (Deployment/api), a project, ServiceAccount/NAME, SecretStore/NAME, or a consumer of secretguard.yml." };
        var type = new Option<string?>("--type") { Description = "Only policies in this language.", HelpName = string.Join('|', Languages.Select(language => language.Name)) };
        type.CompletionSources.Add(_ => Languages.Select(language => new CompletionItem(language.Name)));
        var environment = new Option<string[]>("--env") { Description = "Only for this environment.", HelpName = "NAME" };
        var file = new Option<string?>("--output", "-o") { Description = "Write into this file.", HelpName = "FILE" };
        var input = new ReferenceArguments(withoutPaths: true);
        var command = new ToolCommand(
            "generate",
            "Write the least policy for who uses secrets: what it refers to by name, in the language of each store. Asks nobody.",
            "secretguard policy generate SecretStore/vault",
            "secretguard policy generate ServiceAccount/api --env prod --type iam --output api-policy.json",
            "secretguard policy generate Deployment/api --type kubernetes       for one that asks the cluster itself")
        { consumer };
        foreach (Option option in (Option[])[type, environment, file])
        {
            command.Options.Add(option);
        }

        input.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            string[] types = Types(parsed.GetValue(type));
            ScanOptions options = input.Bind(parsed);
            (RepositoryReferences references, LintRepository repository) = input.ReadRepository(parsed, options, out int exitCode, cancellation);
            var target = new PolicyTarget(parsed.GetValue(consumer)!, references, WorkloadAccounts.Of(repository), repository.Declaration);
            var writer = new PolicyWriter(target, CustomerKey.Of(repository));
            using var runner = new VerifyRunner(options, new VerifyOptions { Environments = parsed.GetValue(environment) ?? [] });
            IReadOnlyList<PolicyText> policies = writer.Write(runner.Plan(references), types);
            foreach (string notice in writer.Notices)
            {
                Console.Error.WriteLine($"secretguard: {VisibleText.Of(notice)}");
            }

            if (policies.Count == 0)
            {
                throw new UsageException($"there is no policy to write: '{target.Name}' reads no store{(types.Length > 0 ? $" of type {string.Join(" or ", types)}" : " that is known")} itself");
            }

            Write(policies, parsed.GetValue(file));
            return exitCode;
        });
        return command;
    }

    private static void Write(IReadOnlyList<PolicyText> policies, string? file)
    {
        // JSON has no comments: what names the store stands above it only where somebody reads it.
        if (file is not null && policies.Count > 1 && policies.Any(policy => policy.Text.StartsWith('{')))
        {
            throw new UsageException($"--output: there are {policies.Count} policies ({string.Join("; ", policies.Select(policy => policy.Title))}), and a file of JSON holds one; choose with --type or --env");
        }

        string[] lines = [.. policies.SelectMany(policy => (policy.Text.StartsWith('{') && (file is not null || policies.Count == 1) ? [] : new[] { $"# {policy.Title}" }).Concat(policy.Text.TrimEnd('\n').Split('\n')))];
        string text = string.Concat(lines.Select(line => VisibleText.Of(line) + "\n"));
        if (file is null)
        {
            Console.Out.Write(text);
        }
        else
        {
            ReportWriter.WriteFile(Path.GetFullPath(file), output => output.Write(text));
        }
    }

    private static string[] Types(string? typed) => typed is null ? []
        : Array.Find(Languages, language => language.Name == typed).Types
            ?? throw new UsageException($"--type: '{typed}' is not one of {string.Join(", ", Languages.Select(language => language.Name))}{NearestName.Hint(typed, Languages.Select(language => language.Name))}");
}
