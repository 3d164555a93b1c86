using Microsoft.Build.Framework;
using SecretGuard.Configuration;
using SecretGuard.Tasks.Projects;

namespace SecretGuard.Tasks;

/// <summary>Selects the configuration files of a project and the project itself, for the analyzers and the code fixes of an editor.</summary>
public sealed class SelectFiles : Microsoft.Build.Utilities.Task
{
    /// <summary>Items that are not compiled.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Files that the project names for SecretGuard: git may ignore them.</summary>
    public ITaskItem[] Named { get; set; } = [];

    /// <summary>What the compiler is handed already.</summary>
    public ITaskItem[] Known { get; set; } = [];

    /// <summary>The full path of the project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Folders of what the build makes and restores.</summary>
    public string[] BuildFolders { get; set; } = [];

    /// <summary>The files to hand over too.</summary>
    [Output]
    public ITaskItem[] Selected { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var known = new HashSet<string>(Known.Select(item => item.GetMetadata("FullPath")), FilePaths.Comparer);
            string[] named = [.. Named.Select(item => item.GetMetadata("FullPath"))];
            IEnumerable<string> candidates = Files.Select(item => item.GetMetadata("FullPath")).Concat(named).Concat(FilesBeside.Of(ProjectFile))
                .Where(path => (path == ProjectFile || ConfigurationFiles.IsOne(Path.GetFileName(path))) && Path.GetFileName(path) != SettingsReader.FileName && !known.Contains(path));
            var git = GitIgnore.Around(ProjectFile, named);
            Selected =
            [
                .. new FileSelection(ProjectFile, BuildFolders).Choose(candidates)
                    .Where(file => file.Length < AnalyzerLimit.Characters && !git.IsIgnored(file.FullName))
                    .Select(file => Hidden(file.FullName)),
            ];
        }
        catch (Exception error)
        {
            // An editor goes on without marks; the build tells what is wrong.
            Log.LogMessage(MessageImportance.Low, "SecretGuard: no configuration files for the editor ({0}).", error.GetType().Name);
        }

        return true;
    }

    /// <summary>The file is shown in the project already.</summary>
    private static Microsoft.Build.Utilities.TaskItem Hidden(string path)
    {
        var item = new Microsoft.Build.Utilities.TaskItem(path);
        item.SetMetadata("Visible", "false");
        return item;
    }
}
