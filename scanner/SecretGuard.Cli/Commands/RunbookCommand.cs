using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Verifying.Inventories;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Text;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard runbook</c>: what to do when a secret has to change, as a document.</summary>
internal static class RunbookCommand
{
    public static Command Create() => new("runbook", "Write down what to do when a secret has to change.") { Generate() };

    private static ToolCommand Generate()
    {
        var project = new ScanArguments { WithoutPaths = true, Scope = ScanScope.Declaration };
        var ids = new Argument<string[]>("ID") { Description = "The secrets, as secretguard.yml calls them; all where none is named.", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string?>("--output", "-o") { Description = "Write the steps into this document, between the two comments that mark their place.", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 where the document is not current." };
        var command = new ToolCommand(
            "generate",
            "Make the steps to rotate each declared secret, where it is and who uses it, as Markdown.",
            "secretguard runbook generate",
            "secretguard runbook generate shop-db",
            "secretguard runbook generate --output docs/rotation.md",
            "secretguard runbook generate --output docs/rotation.md --check       in CI");
        command.Arguments.Add(ids);
        project.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(check);
        command.Does((parsed, _) =>
        {
            Projects.Project read = project.Bind(parsed).Project;
            IReadOnlyList<DeclaredSecret> secrets = Chosen(DeclaredSecrets.Of(read), parsed.GetValue(ids) ?? []);
            return new KeptDocument("runbook", "runbook generate").Write(RotationRunbook.Of(read.Settings.Declaration, secrets), parsed.GetValue(output), parsed.GetValue(check));
        });
        return command;
    }

    private static IReadOnlyList<DeclaredSecret> Chosen(IReadOnlyList<DeclaredSecret> all, string[] ids)
    {
        string[] known = [.. all.Select(secret => secret.Id)];
        return Array.Find(ids, id => !known.Contains(id, StringComparer.Ordinal)) is { } wrong ? throw new UsageException($"no secret is called '{wrong}'{NearestName.Hint(wrong, known)}")
            : ids.Length == 0 ? all : [.. all.Where(secret => ids.Contains(secret.Id, StringComparer.Ordinal))];
    }
}
