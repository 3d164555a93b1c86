namespace SecretGuard.References.CSharp.Projects;

/// <summary>Which project a file is of: the one in its folder, or in the nearest folder above.</summary>
public sealed class ProjectMap
{
    private readonly Dictionary<string, string> _byFolder = new(StringComparer.Ordinal);

    /// <summary>Takes in project files, by their paths from the root with <c>/</c>; of several in one folder the first counts.</summary>
    public ProjectMap(IEnumerable<string> projects)
    {
        foreach (string project in projects.Order(StringComparer.Ordinal))
        {
            _byFolder.TryAdd(FolderOf(project), project);
        }
    }

    /// <summary>The projects among files that were read, those of tests and samples left out.</summary>
    public static IEnumerable<string> ProgramsIn(Extraction found) => found.Drafts.OfType<ProjectDraft>().Where(project => !project.IsTest).Select(project => project.Path);

    /// <summary>The project file of a file; null where it is of none.</summary>
    public string? Of(string path)
    {
        string folder = path;
        do
        {
            folder = FolderOf(folder);
            if (_byFolder.TryGetValue(folder, out string? project))
            {
                return project;
            }
        }
        while (folder.Length > 0);
        return null;
    }

    /// <summary>The name of a file's project: who refers. Empty where it is of none.</summary>
    public string NameOf(string path) => Of(path) is { } project ? Path.GetFileNameWithoutExtension(project) : "";

    /// <summary>The folder of a file; empty for the root.</summary>
    internal static string FolderOf(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "";
}
