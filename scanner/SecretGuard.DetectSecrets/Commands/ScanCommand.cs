using SecretGuard.DetectSecrets.Arguments;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Filters;
using SecretGuard.DetectSecrets.Plugins;
using SecretGuard.DetectSecrets.Scanning;

namespace SecretGuard.DetectSecrets.Commands;

/// <summary><c>detect-secrets scan [path …]</c>: prints a baseline, or writes the one that is named. 0 whatever is found.</summary>
internal static class ScanCommand
{
    private const int Incomplete = 3;

    private static readonly Dictionary<string, byte[]> Nothing = new(StringComparer.Ordinal);

    public static int Run(ParsedArguments typed, string folder, Surroundings surroundings)
    {
        IWorkspace workspace = surroundings.Open(folder);
        if (typed.Has(Grammar.ListPlugins))
        {
            return ListPlugins(surroundings.Console.Output);
        }

        BaselineFile? baseline = BaselineFile.Of(typed, workspace);
        ScanSettings settings = SettingsChoice.Make(typed, baseline?.Baseline.Settings, workspace, surroundings.Warn);
        settings = baseline is null ? settings : settings.WithFilter(new Setting(FilterNames.BaselineFile).With("filename", baseline.Name));
        Engine? engine = SettingsChoice.WantsEngine(typed) ? surroundings.Rules(folder) : null;
        var scanner = new Scanner(settings, engine, workspace, typed.Has(Grammar.OnlyAllowlisted));
        if (typed.Has(Grammar.Text))
        {
            return TextVerdict.Write(typed.Value(Grammar.Text) ?? surroundings.Console.Input.ReadLine() ?? "", scanner, settings, surroundings.Console.Output);
        }

        var compared = Comparison.Make(scanner, Files(typed, workspace, surroundings.Warn), Nothing, baseline?.Baseline, workspace);
        compared.Tell(surroundings);
        if (baseline is not null && compared.Result.NotLookedAt.Count > 0)
        {
            surroundings.Warn("the baseline was left as it was: what was not looked at may still hold its secrets");
            return Incomplete;
        }

        Write(typed, baseline, settings, compared, workspace, surroundings);
        return compared.Result.NotLookedAt.Count > 0 ? Incomplete : 0;
    }

    /// <summary>Prints the class names of all plugins.</summary>
    public static int ListPlugins(TextWriter output)
    {
        foreach (string name in PluginCatalogue.Names)
        {
            output.WriteLine(name);
        }

        return 0;
    }

    private static void Write(ParsedArguments typed, BaselineFile? baseline, ScanSettings settings, Comparison compared, IWorkspace workspace, Surroundings surroundings)
    {
        var labels = baseline?.Baseline.Entries.ToDictionary(entry => entry.Identity) ?? [];
        bool isSlim = typed.Has(Grammar.Slim);
        var written = new SecretsBaseline
        {
            Settings = settings,
            Entries =
            [
                .. compared.Found.Select(secret => new SecretEntry(secret.Identity, isSlim && baseline is null ? 0 : secret.Line)
                {
                    IsSecret = labels.GetValueOrDefault(secret.Identity)?.IsSecret,
                    IsVerified = labels.GetValueOrDefault(secret.Identity)?.IsVerified ?? false,
                }),
            ],
            GeneratedAt = isSlim && baseline is null ? null : SecretsBaseline.Stamp(surroundings.Clock.GetUtcNow()),
        };
        if (baseline is null)
        {
            surroundings.Console.Output.Write(written.Write());
        }
        else
        {
            workspace.Write(baseline.Path, written.Write());
        }
    }

    private static List<string> Files(ParsedArguments typed, IWorkspace workspace, Action<string> warn)
    {
        var files = new List<string>();
        foreach (string path in typed.Words.Count == 0 ? ["."] : typed.Words.Select(workspace.Normalize))
        {
            if (!workspace.IsFolder(path))
            {
                files.Add(path);
                if (!workspace.IsFile(path))
                {
                    warn($"'{path}' does not exist");
                }
            }
            else if (workspace.FilesIn(path, typed.Has(Grammar.AllFiles)) is { } inside)
            {
                files.AddRange(inside);
            }
            else
            {
                warn($"'{path}' is in no git repository, so nothing of it was scanned; --all-files scans it");
            }
        }

        return [.. files.Distinct(StringComparer.Ordinal).Order(CodePointOrder.Instance)];
    }
}
