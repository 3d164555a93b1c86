using SecretGuard.Cli.Projects;
using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.References.Sources;

namespace SecretGuard.Cli.Adopting;

/// <summary>The project of .NET that a file belongs to: the nearest one upward.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UserSecretsId">The id of its user secrets; null where it has none.</param>
/// <param name="ImportsSystem">Whether it imports the namespace System into every file.</param>
internal sealed record OwningProject(string Name, string? UserSecretsId, bool ImportsSystem)
{
    private static readonly string[] Shared = ["Directory.Build.props"];
    private static readonly IExtractor UserSecrets = ExtractorCatalogue.All.Single(extractor => extractor.Name == "user-secrets");

    /// <summary>Finds it; null where there is none up to the root.</summary>
    public static OwningProject? Above(string file, string root)
    {
        string? project = null;
        var texts = new List<string>();
        for (string? folder = Path.GetDirectoryName(file); folder is not null && folder.Length >= root.Length; folder = Path.GetDirectoryName(folder))
        {
            project ??= Directory.EnumerateFiles(folder, "*.*proj").Where(path => path.EndsWith("proj", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault() is { } found ? Read(found, texts) : null;
            if (project is not null)
            {
                foreach (string path in Shared.Select(name => Path.Combine(folder, name)).Where(File.Exists))
                {
                    Read(path, texts);
                }
            }
        }

        return project is null ? null : new OwningProject(Path.GetFileNameWithoutExtension(project), texts.Select(IdIn).FirstOrDefault(id => id is not null), texts.Any(Imports) && !texts.Any(text => Says(text, "disable")));
    }

    private static string Read(string path, List<string> texts)
    {
        texts.Add(Project.ReadText(path));
        return path;
    }

    private static string? IdIn(string text)
    {
        var found = new Extraction();
        var source = new SourceText("a.csproj", text);
        if (UserSecrets.MayRead(source))
        {
            UserSecrets.Read(source, found);
        }

        return found.Records.Select(record => record.Reference).FirstOrDefault(reference => reference.Store == StoreTypes.UserSecrets && !reference.Name.Contains('*', StringComparison.Ordinal))?.Name;
    }

    private static bool Imports(string text) => Says(text, "enable") || Says(text, "true");

    private static bool Says(string text, string word) => text.Contains($"<ImplicitUsings>{word}</ImplicitUsings>", StringComparison.OrdinalIgnoreCase);
}
