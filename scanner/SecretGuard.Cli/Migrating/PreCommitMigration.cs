using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Configuration;
using SecretGuard.Reporting;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Cli.Migrating;

/// <summary>Where pre-commit takes the hook from.</summary>
/// <param name="Repository">The URL of SecretGuard's repository; null for a program that is installed.</param>
/// <param name="Revision">Its commit or tag.</param>
internal sealed record HookOrigin(string? Repository, string? Revision);

/// <summary>
/// Changes <c>.pre-commit-config.yaml</c> so that hooks of other tools become one of this tool. Lines that say nothing of those hooks stay as they
/// are, comments too.
/// </summary>
internal sealed class PreCommitMigration
{
    /// <summary>What speaks of the other program, and not of when the hook runs or on what.</summary>
    private static readonly string[] KeysOfProgram = ["args", "additional_dependencies", "language_version", "pass_filenames", "types", "types_or", "always_run", "language", "entry"];

    private readonly string _path;
    private readonly YamlEdit _edit;
    private readonly List<ImportRemainder> _remainders = [];

    private PreCommitMigration(string path, string text) => (_path, _edit) = (path, new YamlEdit(text));

    /// <summary>The change, and what is left to do by hand.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">The root of the repository.</param>
    /// <param name="origin">Where the hook comes from.</param>
    /// <param name="keepsBaseline">Whether hooks of detect-secrets only change their program.</param>
    public static (FileChange Change, IReadOnlyList<ImportRemainder> Remainders, IReadOnlyList<HookEntry> Hooks) Make(string path, string root, HookOrigin origin, bool keepsBaseline)
    {
        string text = Projects.Project.ReadText(path);
        var migration = new PreCommitMigration(path, text);
        var errors = new List<ConfigurationError>();
        IReadOnlyList<PreCommitRepository> repositories = PreCommitRepository.Read(text, PreCommitFile.FileName, errors);
        if (errors.Count > 0 && ToolCalls.In(text) is { } tool)
        {
            migration.ByHand((int)errors[0].Line, tool);
        }

        migration.Change(repositories, root, origin, keepsBaseline);
        return (new FileChange(path, text, migration._edit.Written()), migration._remainders, [.. repositories.SelectMany(repository => repository.Hooks).Where(hook => hook.Tool is not null)]);
    }

    private void Change(IReadOnlyList<PreCommitRepository> repositories, string root, HookOrigin origin, bool keepsBaseline)
    {
        bool isThere = repositories.SelectMany(repository => repository.Hooks).Any(hook => hook.Words("id").Any(id => id.StartsWith("secretguard", StringComparison.Ordinal)));
        foreach (PreCommitRepository repository in repositories.Where(repository => repository.Hooks.Any(hook => hook.Tool is not null)))
        {
            bool isKept = keepsBaseline && repository.Hooks.All(hook => hook.Tool == Migration.ForeignFormats.DetectSecrets);
            if (!repository.IsInLines || (!repository.IsOfTools && repository.Url != "local"))
            {
                HookEntry hook = repository.Hooks.First(hook => hook.Tool is not null);
                ByHand((int)hook.Node.Start.Line, hook.Tool!);
            }
            else if (isThere && !isKept && repository.IsOfTools)
            {
                _edit.Remove(repository.Node);
            }
            else
            {
                ChangeRepository(repository, root, origin, isKept);
                isThere |= !isKept;
            }
        }
    }

    private void ChangeRepository(PreCommitRepository repository, string root, HookOrigin origin, bool isKept)
    {
        bool isLocal = origin.Repository is null || !repository.IsOfTools;
        if (repository.Url != "local" || !isLocal)
        {
            _edit.SetValue(repository.Node, "repo", isLocal ? "local" : origin.Repository!);
            if (isLocal)
            {
                RemoveKey(repository.Node, "rev");
            }
            else if (HookEntry.Find(repository.Node, "rev").Key is not null)
            {
                _edit.SetValue(repository.Node, "rev", origin.Revision!);
            }
            else
            {
                _edit.Add(repository.Node, "repo", [$"rev: {origin.Revision}"]);
            }
        }

        bool isFirst = true;
        foreach (HookEntry hook in repository.Hooks.Where(hook => hook.Tool is not null))
        {
            if (isFirst || isKept)
            {
                ChangeHook(hook, root, isLocal, isKept);
            }
            else
            {
                _edit.Remove(hook.Node);
            }

            isFirst = false;
        }
    }

    private void ChangeHook(HookEntry hook, string root, bool isLocal, bool isKept)
    {
        if (isKept && !isLocal)
        {
            return;
        }

        if (!isKept)
        {
            _edit.SetValue(hook.Node, "id", "secretguard");
        }

        foreach (string key in isKept ? ["language", "entry", "additional_dependencies", "language_version"] : KeysOfProgram)
        {
            RemoveKey(hook.Node, key);
        }

        if (isLocal)
        {
            string[] name = HookEntry.Find(hook.Node, "name").Key is null ? [$"name: {(isKept ? "Detect secrets" : "secretguard")}"] : [];
            string[] serial = HookEntry.Find(hook.Node, "require_serial").Key is null ? ["require_serial: true"] : [];
            _edit.Add(hook.Node, "id", [.. name, "language: system", $"entry: {ToolCall.In(root)} {(isKept ? "detect-secrets-hook" : "hook --no-color")}", .. serial]);
        }
    }

    private void RemoveKey(YamlMappingNode mapping, string key)
    {
        if (_edit.RemoveKey(mapping, key) is { } line)
        {
            ByHand(line, key);
        }
    }

    private void ByHand(int line, string what) =>
        _remainders.Add(new ImportRemainder($"{Path.GetFileName(_path)}:{line}", $"a hook in a form that is left alone ({what})", "Write it as 'secretguard install-hook --using pre-commit --dry-run' shows it, and take out the old one."));
}
