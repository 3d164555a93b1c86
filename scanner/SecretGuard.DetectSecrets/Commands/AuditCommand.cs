using SecretGuard.DetectSecrets.Arguments;
using SecretGuard.DetectSecrets.Audits;
using SecretGuard.DetectSecrets.Baselines;

namespace SecretGuard.DetectSecrets.Commands;

/// <summary><c>detect-secrets audit FILE [FILE]</c>: labels entries, compares two baselines, counts labels, or lists entries.</summary>
internal static class AuditCommand
{
    private const int WrongCount = 1;

    public static int Run(ParsedArguments typed, string folder, Surroundings surroundings)
    {
        IWorkspace workspace = surroundings.Open(folder);
        Check(typed);
        BaselineFile[] files = [.. typed.Words.Select(name => BaselineFile.Read(name, workspace))];
        int wanted = typed.Has(Grammar.Diff) ? 2 : 1;
        if (files.Length != wanted)
        {
            surroundings.Console.Error.WriteLine($"error: {(wanted == 2 ? "Must specify two files to compare" : "Can only audit one file at a time")}.");
            return WrongCount;
        }

        return typed.Has(Grammar.Stats) ? AuditStats.Write(files[0].Baseline, typed.Has(Grammar.Json), surroundings.Console.Output)
            : typed.Has(Grammar.Report) ? AuditReport.Write(files[0].Baseline, typed, folder, workspace, surroundings)
            : typed.Has(Grammar.Diff) ? new BaselineDiff(files[0].Baseline, files[1].Baseline, new EntryScreen(new SecretPlaces(files[0].Baseline.Settings, surroundings.Rules(folder), workspace), surroundings.Console)).Run()
            : new Labelling(files[0], new EntryScreen(new SecretPlaces(files[0].Baseline.Settings, surroundings.Rules(folder), workspace), surroundings.Console), workspace, surroundings.Clock).Run();
    }

    private static void Check(ParsedArguments typed)
    {
        if (typed.Words.Count == 0)
        {
            throw new CommandLineException(Grammar.Audit, "the following arguments are required: filename");
        }

        string[] modes = [.. ((string[])[Grammar.Diff, Grammar.Stats, Grammar.Report]).Where(typed.Has)];
        if (modes.Length > 1)
        {
            throw typed.Wrong(modes[1], $"not allowed with argument {modes[0]}");
        }

        if (typed.Has(Grammar.OnlyReal) && typed.Has(Grammar.OnlyFalse))
        {
            throw typed.Wrong(Grammar.OnlyFalse, $"not allowed with argument {Grammar.OnlyReal}");
        }
    }
}
