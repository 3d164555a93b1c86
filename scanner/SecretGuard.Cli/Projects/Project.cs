using SecretGuard.Configuration;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Projects;

/// <summary>The repository that a command works on: its root, its configuration and its baseline.</summary>
internal sealed record Project
{
    private const string BaselineName = "secretguard.baseline";

    /// <summary>The folder that display paths and path patterns are relative to.</summary>
    public required string Root { get; init; }

    /// <summary>The configuration file, or null where there is none.</summary>
    public string? ConfigurationPath { get; init; }

    /// <summary>What it says.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>Where the configuration stands or would be written.</summary>
    public string ConfigurationTarget => ConfigurationPath ?? Path.Combine(Root, SettingsReader.FileName);

    /// <summary>Where the baseline stands or would be written.</summary>
    public string BaselinePath => Path.Combine(Root, BaselineName);

    /// <summary>
    /// Finds the project of the paths that the user named: upward from the current folder where they all lie in it, else from the first
    /// path. The root is the nearest folder with a configuration or a repository.
    /// </summary>
    public static Project Find(string current, IReadOnlyList<string> paths, string? configuration)
    {
        string start = Start(current, paths);
        if (configuration is not null)
        {
            string file = Path.GetFullPath(configuration, current);
            return File.Exists(file)
                ? new Project { Root = NearestRoot(start) ?? start, ConfigurationPath = file, Settings = Read(file, configuration) }
                : throw new UsageException($"--config: '{configuration}' does not exist");
        }

        string root = NearestRoot(start) ?? start;
        string found = Path.Combine(root, SettingsReader.FileName);
        return File.Exists(found)
            ? new Project { Root = root, ConfigurationPath = found, Settings = Read(found, root == current ? SettingsReader.FileName : Path.GetRelativePath(current, found)) }
            : new Project { Root = root };
    }

    /// <summary>Reads a baseline; errors in it end the command.</summary>
    public static Baseline ReadBaseline(string path, string display)
    {
        var errors = new List<string>();
        Baseline baseline = BaselineFormat.Read(ReadText(path), display, errors);
        return errors.Count == 0 ? baseline : throw new UsageException(string.Join(Environment.NewLine, errors));
    }

    /// <summary>The text of a small file of ours, whatever PowerShell or an editor made of its encoding.</summary>
    public static string ReadText(string path)
    {
        try
        {
            using var reader = new StreamReader(path, System.Text.Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read '{path}': {error.Message}");
        }
    }

    private static Settings Read(string file, string display)
    {
        SettingsResult result = SettingsReader.Read(ReadText(file), display.Replace('\\', '/'));
        return result.Errors.Count == 0 ? result.Settings : throw new UsageException(string.Join(Environment.NewLine, result.Errors));
    }

    private static string Start(string current, IReadOnlyList<string> paths)
    {
        string prefix = Path.TrimEndingDirectorySeparator(current) + Path.DirectorySeparatorChar;
        foreach (string path in paths)
        {
            string full = path == Sources.SourceFile.StandardInput ? current : Path.GetFullPath(path, current);
            if (!(Path.TrimEndingDirectorySeparator(full) + Path.DirectorySeparatorChar).StartsWith(prefix, Sources.PathIdentity.Comparison))
            {
                return Path.TrimEndingDirectorySeparator(Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? current);
            }
        }

        return Path.TrimEndingDirectorySeparator(current);
    }

    private static string? NearestRoot(string start)
    {
        for (string? folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, SettingsReader.FileName)) || Path.Exists(Path.Combine(folder, ".git")))
            {
                return folder;
            }
        }

        return null;
    }
}
