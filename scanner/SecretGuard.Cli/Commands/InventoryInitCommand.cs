using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying.Inventories;
using SecretGuard.Configuration;
using SecretGuard.Inventories;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard inventory init [PATH…]</c>: a first declaration of what the repository refers to.</summary>
internal static class InventoryInitCommand
{
    public static Command Create()
    {
        var input = new ReferenceArguments();
        var dryRun = new Option<bool>("--dry-run") { Description = "Print it, and write nothing." };
        var command = new ToolCommand(
            "init",
            "Write a first declaration of stores and secrets into secretguard.yml, made of what the repository refers to.",
            "secretguard inventory init --dry-run",
            "secretguard inventory init");
        input.AddTo(command);
        command.Options.Add(dryRun);
        command.Does((parsed, cancellation) =>
        {
            ScanOptions options = input.Bind(parsed);
            Declaration declared = options.Project.Settings.Declaration;
            if (declared.Secrets.Count + declared.Stores.Count > 0)
            {
                throw new UsageException("secretguard.yml declares stores or secrets already; 'secretguard inventory check' says what it lacks");
            }

            (RepositoryReferences references, IReadOnlyList<Incomplete> incomplete) = input.ReadAll(parsed, options, cancellation);
            var draft = new DeclarationDraft(references.Resolved(), references.Stores);
            string sections = draft.Write();
            if (parsed.GetValue(dryRun))
            {
                Console.Out.Write(sections);
            }
            else
            {
                Write(options.Project, sections);
                Console.Out.WriteLine($"{SettingsReader.FileName}: {Amount.Of(draft.Secrets, "secret")} declared. Say who owns each, and see what the stores hold: 'secretguard verify'");
            }

            return ReferenceArguments.Tell(incomplete);
        });
        return command;
    }

    private static void Write(Project project, string sections)
    {
        string before = project.ConfigurationPath is null ? "version: 1\n" : Project.ReadText(project.ConfigurationTarget).TrimEnd() + "\n";
        string text = $"{before}\n{sections}";
        if (SettingsReader.Read(text, SettingsReader.FileName).Errors is { Count: > 0 } errors)
        {
            throw new UsageException($"what was drafted cannot be added to {SettingsReader.FileName}; add it yourself ('--dry-run' prints it): {errors[0]}");
        }

        ReportWriter.WriteFile(project.ConfigurationTarget, output => output.Write(text));
    }
}
