using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Inventories;
using SecretGuard.Configuration;
using SecretGuard.Inventories;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard inventory init [PATH…]</c>: a first declaration of what the repository refers to, and of what stores list.</summary>
internal static class InventoryInitCommand
{
    public static Command Create()
    {
        var input = new ReferenceArguments();
        var asking = new VerifyArguments { OnlyAsks = true };
        var fromStore = new Option<string[]>("--from-store") { Description = "Take in what this store lists, too: names, no values; several are possible.", HelpName = "NAME" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print it, and write nothing." };
        var command = new ToolCommand(
            "init",
            "Write a first declaration of stores and secrets into secretguard.yml, made of what the repository refers to.",
            "secretguard inventory init --dry-run",
            "secretguard inventory init",
            "secretguard inventory init --from-store runtime      what the store holds and nothing here refers to, too");
        input.AddTo(command);
        command.Options.Add(fromStore);
        asking.AddTo(command);
        command.Options.Add(dryRun);
        command.Does((parsed, cancellation) =>
        {
            ScanOptions options = input.Bind(parsed);
            if (options.Project.Settings.Declaration.Secrets.Count > 0)
            {
                throw new UsageException("secretguard.yml declares secrets already; 'secretguard inventory check' says what it lacks");
            }

            (RepositoryReferences references, IReadOnlyList<Incomplete> incomplete) = input.ReadAll(parsed, options, cancellation);
            using var maker = new DraftMaker(options.Project, asking.Bind(parsed));
            DeclarationDraft draft = maker.Make(references, parsed.GetValue(fromStore) ?? [], cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (maker.Listed.Any(store => store.Listing.Problem is not null))
            {
                Tell(maker.Listed);
                Console.Error.WriteLine("secretguard: nothing was written");
                return ExitCodes.Incomplete;
            }

            Write(options.Project, draft, !maker.IsDeclared, parsed.GetValue(dryRun));
            return Tell(maker) | ReferenceArguments.Tell(incomplete);
        });
        return command;
    }

    private static void Write(Project project, DeclarationDraft draft, bool withStores, bool isDry)
    {
        string sections = draft.Write(withStores);
        if (isDry)
        {
            Console.Out.Write(sections);
            return;
        }

        string before = project.ConfigurationPath is null ? "version: 1\n" : Project.ReadText(project.ConfigurationTarget).TrimEnd() + "\n";
        string text = $"{before}\n{sections}";
        if (SettingsReader.Read(text, SettingsReader.FileName).Errors is { Count: > 0 } errors)
        {
            throw new UsageException($"what was drafted cannot be added to {SettingsReader.FileName}; add it yourself ('--dry-run' prints it): {errors[0]}");
        }

        ReportWriter.WriteFile(project.ConfigurationTarget, output => output.Write(text));
        string listed = draft.OnlyListed == 0 ? "" : $", {draft.OnlyListed} of which only a store knows";
        Console.Out.WriteLine($"{SettingsReader.FileName}: {Amount.Of(draft.Secrets, "secret")} declared{listed}. Say who owns each, and see what the stores hold: 'secretguard verify'");
    }

    /// <summary>Says what is not in the draft; the exit code that it ends with.</summary>
    private static int Tell(DraftMaker maker)
    {
        if (maker.LeftOut.Count > 0)
        {
            Console.Error.WriteLine(VisibleText.Of($"secretguard: left out, for no store that secretguard.yml declares holds them: {VerifyNotices.Names(maker.LeftOut)}"));
        }

        if (maker.Variables > 0)
        {
            Console.Error.WriteLine($"secretguard: left out: {Amount.Of(maker.Variables, "variable")} whose names do not say that they are secret");
        }

        foreach (ListedStore store in maker.Listed.Where(store => store.Listing.Others > 0).DistinctBy(store => store.Store))
        {
            Console.Error.WriteLine(VisibleText.Of($"secretguard: left out: {Amount.Of(store.Listing.Others, "secret")} of {store.Store.Shown} without the prefix of the store"));
        }

        return Tell(maker.Listed);
    }

    /// <summary>Says what could not be listed; the exit code.</summary>
    private static int Tell(IReadOnlyList<ListedStore> listed)
    {
        Incomplete[] unlisted = [.. listed.SelectMany(store => store.Unlisted).Distinct()];
        foreach (Incomplete part in unlisted)
        {
            Console.Error.WriteLine(VisibleText.Of($"secretguard: {part.Path}: {part.Reason}; {part.Advice}"));
        }

        return unlisted.Length > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
    }
}
