using System.Globalization;
using SecretGuard.Configuration;
using SecretGuard.Findings;
using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks.Projects;

/// <summary>
/// What the global analyzer configuration files of a project say of SecretGuard, as the compiler reads them: the file of the highest level decides, and of equals
/// the one that tells more. Sections of <c>.editorconfig</c> speak of code only, for the compiler too.
/// </summary>
internal sealed class GlobalConfig
{
    private const string SeverityPrefix = "dotnet_diagnostic.SG";
    private const int LevelOfNamedFiles = 100; // .globalconfig; others have 0 unless they say so

    private readonly Dictionary<string, (int Level, Loudness Loudness)> _severities = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Remark> _errors = [];
    private (int Level, Confidence? Value) _minConfidence = (int.MinValue, null);

    /// <summary>The least confidence that is told, or null where nothing valid says so.</summary>
    public Confidence? MinConfidence => _minConfidence.Value;

    /// <summary>What nobody understands.</summary>
    public IReadOnlyList<Remark> Errors => _errors;

    /// <summary>Reads these files; what is no global configuration says nothing here.</summary>
    public static GlobalConfig Read(IEnumerable<string> paths)
    {
        var config = new GlobalConfig();
        foreach (string path in paths.Distinct(FilePaths.Comparer).Where(File.Exists))
        {
            config.Add(path, [.. File.ReadAllLines(path).TakeWhile(line => !line.TrimStart().StartsWith("[", StringComparison.Ordinal)).Select(Split)]);
        }

        return config;
    }

    /// <summary>What is said of an id; null where nothing is.</summary>
    public Loudness? LoudnessOf(string id) => _severities.TryGetValue(id, out (int Level, Loudness Loudness) said) ? said.Loudness : null;

    private void Add(string path, (string Key, string Value)[] lines)
    {
        bool named = Path.GetFileName(path).Equals(".globalconfig", StringComparison.OrdinalIgnoreCase);
        if (Last(lines, "is_global") is { } isGlobal ? isGlobal != "true" : !named)
        {
            return;
        }

        int level = int.TryParse(Last(lines, "global_level"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : named ? LevelOfNamedFiles : 0;
        for (int i = 0; i < lines.Length; i++)
        {
            (string key, string value) = lines[i];
            if (key == EditorOptions.MinConfidence)
            {
                AddConfidence(level, value, path, i + 1);
            }
            else if (key.StartsWith(SeverityPrefix, StringComparison.OrdinalIgnoreCase) && key.Split('.') is { Length: 3 } parts && Understand(value) is { } loudness)
            {
                AddSeverity(level, parts[1], loudness);
            }
        }
    }

    private void AddConfidence(int level, string word, string path, int line)
    {
        if (EditorOptions.ReadConfidence(word) is not { } confidence)
        {
            _errors.Add(Remark.InvalidConfiguration(path, line, 1, EditorOptions.UnknownConfidence(word)));
        }
        else if (level > _minConfidence.Level || (level == _minConfidence.Level && confidence < _minConfidence.Value))
        {
            _minConfidence = (level, confidence);
        }
    }

    private void AddSeverity(int level, string id, Loudness loudness)
    {
        if (!_severities.TryGetValue(id, out (int Level, Loudness Loudness) said) || level > said.Level || (level == said.Level && loudness > said.Loudness))
        {
            _severities[id] = (level, loudness);
        }
    }

    private static string? Last((string Key, string Value)[] lines, string key) => lines.LastOrDefault(line => line.Key == key).Value;

    private static (string Key, string Value) Split(string line)
    {
        int sign = line.IndexOf('=');
        return sign < 0 ? ("", "") : (line.Substring(0, sign).Trim().ToLowerInvariant(), line.Substring(sign + 1).Trim().ToLowerInvariant());
    }

    private static Loudness? Understand(string value) => value switch
    {
        "error" => Loudness.Error,
        "warning" or "default" => Loudness.Warning,
        "none" or "silent" or "refactoring" or "suggestion" => Loudness.Silent,
        _ => null,
    };
}
