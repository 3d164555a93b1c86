using SecretGuard.DetectSecrets.Arguments;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Filters;
using SecretGuard.DetectSecrets.Scanning;
using SecretGuard.DetectSecrets.Updates;

namespace SecretGuard.DetectSecrets.Commands;

/// <summary>
/// <c>detect-secrets-hook [filenames …]</c>: 1 where there is a secret that the baseline does not know, where the baseline is unstaged, or
/// where a file could not be looked at; 3 where the baseline was updated; else 0.
/// </summary>
internal static class HookCommand
{
    private const int NewSecrets = 1, Updated = 3;

    private static readonly Dictionary<string, byte[]> NothingStaged = new(StringComparer.Ordinal);

    public static int Run(ParsedArguments typed, string folder, Surroundings surroundings)
    {
        IWorkspace workspace = surroundings.Open(folder);
        if (typed.Has(Grammar.ListPlugins))
        {
            return ScanCommand.ListPlugins(surroundings.Console.Output);
        }

        BaselineFile? baseline = BaselineFile.Of(typed, workspace);
        ScanSettings settings = SettingsChoice.Make(typed, baseline?.Baseline.Settings, workspace, surroundings.Warn);
        if (baseline is not null)
        {
            settings = settings.WithFilter(new Setting(FilterNames.BaselineFile).With("filename", baseline.Name));
            if (workspace.IsUnstaged(baseline.Path))
            {
                surroundings.Console.Output.WriteLine($"Your baseline file ({baseline.Name}) is unstaged.\n`git add {baseline.Name}` to fix this.");
                return NewSecrets;
            }
        }

        var scanner = new Scanner(settings, SettingsChoice.WantsEngine(typed) ? surroundings.Rules(folder) : null, workspace);
        string[] paths = [.. typed.Words.Select(workspace.Normalize).Distinct(StringComparer.Ordinal)];
        IReadOnlyDictionary<string, byte[]> staged = paths.Length == 0 ? NothingStaged : workspace.Staged(paths);
        foreach (string path in paths.Where(path => !staged.ContainsKey(path) && !workspace.IsFile(path)))
        {
            surroundings.Warn(workspace.IsFolder(path) ? $"'{path}' is a folder; the hook looks at files, 'detect-secrets scan' at folders" : $"'{path}' does not exist");
        }

        var compared = Comparison.Make(scanner, paths, staged, baseline?.Baseline, workspace);
        SecretsBaseline old = baseline?.Baseline ?? new SecretsBaseline { Settings = settings, Entries = [] };
        bool isStrict = typed.Has(Grammar.Strict);
        var update = new BaselineUpdate(old, compared.Result.Files, compared.Found, scanner.LooksFor, isStrict);
        compared.Tell(surroundings);
        if (update.New.Count > 0)
        {
            Tell(typed, update.New, settings, surroundings);
            return NewSecrets;
        }

        return compared.Result.NotLookedAt.Count > 0 ? NewSecrets
            : baseline is not null && NeedsUpdate(update, old, isStrict) ? Write(baseline, update, settings, isStrict, workspace, surroundings)
            : 0;
    }

    private static bool NeedsUpdate(BaselineUpdate update, SecretsBaseline old, bool isStrict) =>
        update.Gone > 0 || (isStrict && (update.Moved > 0 || old.Version != SecretsBaseline.ToolVersion));

    private static int Write(BaselineFile file, BaselineUpdate update, ScanSettings settings, bool isStrict, IWorkspace workspace, Surroundings surroundings)
    {
        var written = new SecretsBaseline
        {
            Settings = settings,
            Entries = update.Kept,

            // What was made without a date for fewer conflicts stays so; the original adds one.
            GeneratedAt = file.Baseline.GeneratedAt is null && !isStrict ? null : SecretsBaseline.Stamp(surroundings.Clock.GetUtcNow()),
        };
        workspace.Write(file.Path, written.Write());
        string why = update.Gone > 0 ? $"Secrets that are gone from their files: {update.Gone}." : "Lines or its version changed.";
        surroundings.Console.Output.WriteLine($"The baseline file was updated.\n{why}\nPlease `git add {file.Name}`, thank you.\n");
        return Updated;
    }

    private static void Tell(ParsedArguments typed, IReadOnlyList<FoundSecret> secrets, ScanSettings settings, Surroundings surroundings)
    {
        if (typed.Has(Grammar.Json))
        {
            var document = new SecretsBaseline
            {
                Settings = settings,
                Entries = [.. secrets.Select(secret => secret.ToEntry())],
                GeneratedAt = SecretsBaseline.Stamp(surroundings.Clock.GetUtcNow()),
            };
            surroundings.Console.Output.Write(document.Write());
            return;
        }

        surroundings.Console.Output.Write(HookReport.Of(secrets, surroundings.Variable("DETECT_SECRETS_SECURITY_TEAM") ?? "in #security"));
    }
}
