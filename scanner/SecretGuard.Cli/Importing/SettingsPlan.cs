using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Projects;
using SecretGuard.Configuration;
using SecretGuard.Migration;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Importing;

/// <summary>What secretguard.yml is to say after an import.</summary>
/// <param name="Project">The project with it, and with a salt.</param>
/// <param name="Changes">What has to be written.</param>
/// <param name="Added">What was carried over.</param>
/// <param name="Remainders">What was not.</param>
internal sealed record SettingsPlan(Project Project, IReadOnlyList<FileChange> Changes, IReadOnlyList<ImportedSetting> Added, IReadOnlyList<ImportRemainder> Remainders)
{
    /// <summary>Adds to the settings of a project what files of other tools say.</summary>
    /// <param name="project">The project.</param>
    /// <param name="files">Those files.</param>
    /// <param name="honoursComments">Whether comments of other tools are to count.</param>
    /// <param name="paths">The paths of the repository, on which expressions and globs are compared.</param>
    public static SettingsPlan Make(Project project, IEnumerable<ForeignFile> files, bool honoursComments, IReadOnlyList<string> paths)
    {
        (Project salted, IReadOnlyList<FileChange> changes) = SaltWriter.Plan(project);
        string path = salted.ConfigurationPath!, before = changes.FirstOrDefault(change => change.Path == path)?.After ?? Project.ReadText(path);
        var text = new SettingsText(before, path);
        var remainders = new List<ImportRemainder>();
        foreach (ForeignFile file in files)
        {
            foreach (PathPattern pattern in file.Exclude)
            {
                if (PatternCheck.Differs(pattern, paths) is { } other)
                {
                    remainders.Add(new ImportRemainder(pattern.Origin, $"the paths {pattern.Source}, which no pattern says exactly: '{other}' shows it", "Write what you mean under 'exclude:' in secretguard.yml."));
                    continue;
                }

                foreach (string glob in pattern.Globs)
                {
                    text.Add(new SettingsAddition("exclude", [YamlText.Quoted(glob)], $"{pattern.Origin}: {pattern.Source}"));
                }
            }

            foreach (SettingsAddition addition in file.Additions)
            {
                text.Add(addition);
            }

            remainders.AddRange(file.Leftovers.Select(leftover => new ImportRemainder(leftover.Origin, leftover.What, leftover.Advice)));
        }

        if (honoursComments)
        {
            text.SetFlag("compatPragmas");
        }

        FileChange[] rest = [.. changes.Where(change => change.Path != path)];
        string? old = project.ConfigurationPath is null ? null : Project.ReadText(path);
        return new SettingsPlan(salted with { Settings = text.Settings }, [.. rest, new FileChange(path, old, text.Text)], text.Added, [.. remainders, .. text.Refused]);
    }
}
