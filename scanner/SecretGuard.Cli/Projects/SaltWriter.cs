using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Configuration;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Projects;

/// <summary>Gives a project its salt, before the first file with digests is written.</summary>
internal static class SaltWriter
{
    /// <summary>Where editors find the schema, from the root.</summary>
    public const string SchemaPath = ".config/secretguard.schema.json";

    /// <summary>The project with a salt: its own, or a new one that is now in its configuration.</summary>
    public static Project Ensure(Project project)
    {
        (Project salted, IReadOnlyList<FileChange> changes) = Plan(project);
        foreach (FileChange change in changes)
        {
            change.Apply();
        }

        return salted;
    }

    /// <summary>The project with a salt, and what has to be written so that it has it.</summary>
    public static (Project Project, IReadOnlyList<FileChange> Changes) Plan(Project project)
    {
        if (project.Settings.Salt is not null)
        {
            return (project, []);
        }

        var salt = Salt.Create();
        string path = project.ConfigurationTarget;
        string? before = project.ConfigurationPath is null ? null : Project.ReadText(path);
        string text = before is null ? FirstText(salt) : WithSalt(before, salt);
        SettingsResult result = SettingsReader.Read(text, path);
        if (result.Errors.Count > 0 || result.Settings.Salt is null)
        {
            throw new UsageException($"a salt cannot be added to '{path}'; add this line yourself: salt: \"{salt}\"");
        }

        // Editors read the schema from beside the configuration: nothing is fetched. It comes first: nobody writes it where there is a configuration already.
        string schema = Path.Combine(project.Root, SchemaPath);
        return (project with { ConfigurationPath = path, Settings = result.Settings },
            [.. before is null ? (FileChange[])[new FileChange(schema, File.Exists(schema) ? Project.ReadText(schema) : null, SettingsReader.Schema())] : [], new FileChange(path, before, text)]);
    }

    private static string FirstText(Salt salt) => $"""
        # yaml-language-server: $schema={SchemaPath}
        # What 'secretguard' looks for in this repository, and what it accepts.
        version: 1

        # Keeps the digests in secretguard.baseline apart from every other repository's. Not a secret; commit it and never change it.
        salt: "{salt}"

        # exclude:
        #   - "**/testdata/**"
        # allow:
        #   - paths: ["docs/**"]
        #     rules: ["generic-*"]
        #     reason: examples in the manual
        #     expires: 2027-12-31

        """;

    private static string WithSalt(string text, Salt salt) => $"{text.TrimEnd()}\nsalt: \"{salt}\"\n";
}
