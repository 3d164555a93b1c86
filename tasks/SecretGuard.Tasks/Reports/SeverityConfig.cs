using System.Globalization;
using SecretGuard.Tasks.Projects;

namespace SecretGuard.Tasks.Reports;

/// <summary>How loud a diagnostic is.</summary>
internal enum Loudness
{
    /// <summary>Not told.</summary>
    Silent,

    /// <summary>A warning of the build.</summary>
    Warning,

    /// <summary>An error of the build.</summary>
    Error,
}

/// <summary>
/// <c>dotnet_diagnostic.SG1002.severity</c> in the global analyzer configuration files of a project, as the compiler reads them: the file of the highest
/// level decides. Sections of <c>.editorconfig</c> speak of code only, for the compiler too.
/// </summary>
internal sealed class SeverityConfig
{
    private const string Prefix = "dotnet_diagnostic.SG";
    private const int LevelOfNamedFiles = 100; // .globalconfig; others have 0 unless they say so

    private readonly Dictionary<string, (int Level, Loudness Loudness)> _severities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads these files; what is no global configuration says nothing here.</summary>
    public static SeverityConfig Read(IEnumerable<string> paths)
    {
        var config = new SeverityConfig();
        foreach (string path in paths.Distinct(FilePaths.Comparer).Where(File.Exists))
        {
            config.Add(Path.GetFileName(path), File.ReadAllLines(path));
        }

        return config;
    }

    /// <summary>What is said of an id; a warning where nothing is.</summary>
    public Loudness Of(string id) => _severities.TryGetValue(id, out (int Level, Loudness Loudness) said) ? said.Loudness : Loudness.Warning;

    private void Add(string name, string[] lines)
    {
        bool named = name.Equals(".globalconfig", StringComparison.OrdinalIgnoreCase), isGlobal = named;
        int level = named ? LevelOfNamedFiles : 0;
        var severities = new List<(string Id, Loudness Loudness)>();
        foreach ((string key, string value) in lines.TakeWhile(line => !line.TrimStart().StartsWith("[", StringComparison.Ordinal)).Select(Split))
        {
            if (key == "is_global")
            {
                isGlobal = value == "true";
            }
            else if (key == "global_level" && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            {
                level = number;
            }
            else if (key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && key.Split('.') is { Length: 3 } parts && LoudnessOf(value) is { } loudness)
            {
                severities.Add((parts[1], loudness));
            }
        }

        foreach ((string id, Loudness loudness) in isGlobal ? severities : [])
        {
            if (!_severities.TryGetValue(id, out (int Level, Loudness Loudness) said) || level > said.Level || (level == said.Level && loudness > said.Loudness))
            {
                _severities[id] = (level, loudness);
            }
        }
    }

    private static (string Key, string Value) Split(string line)
    {
        int sign = line.IndexOf('=');
        return sign < 0 ? ("", "") : (line.Substring(0, sign).Trim().ToLowerInvariant(), line.Substring(sign + 1).Trim().ToLowerInvariant());
    }

    private static Loudness? LoudnessOf(string value) => value switch
    {
        "error" => Loudness.Error,
        "warning" or "default" => Loudness.Warning,
        "none" or "silent" or "refactoring" or "suggestion" => Loudness.Silent,
        _ => null,
    };
}
