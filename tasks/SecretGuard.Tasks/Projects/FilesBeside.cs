namespace SecretGuard.Tasks.Projects;

/// <summary>Files that stand beside a project and belong to it, whether or not they are items of it: older projects list few, and SDKs leave the project itself out.</summary>
internal static class FilesBeside
{
    /// <summary>The project and the configuration files in its folder and in <c>Properties</c>.</summary>
    public static IEnumerable<string> Of(string projectFile)
    {
        string folder = Path.GetDirectoryName(projectFile) ?? "";
        string properties = Path.Combine(folder, "Properties");
        return [projectFile, .. In(folder), .. In(properties), .. In(Path.Combine(properties, "PublishProfiles"))];
    }

    private static IEnumerable<string> In(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(path => ConfigurationFiles.IsOne(Path.GetFileName(path))) : [];
}
