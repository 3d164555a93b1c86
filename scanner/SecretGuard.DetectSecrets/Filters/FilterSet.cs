using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Plugins;

namespace SecretGuard.DetectSecrets.Filters;

/// <summary>The filters of one run, ready to be asked.</summary>
internal sealed class FilterSet
{
    private readonly HashSet<string> _on;
    private readonly string? _baselineName;
    private readonly PythonPattern[] _files;
    private readonly PythonPattern[] _lines;
    private readonly PythonPattern[] _secrets;
    private readonly WordList? _words;

    /// <summary>Makes the filters of some settings. <paramref name="read"/> reads a list of words.</summary>
    /// <exception cref="UnsupportedUseException">A pattern or a list cannot be used.</exception>
    public FilterSet(ScanSettings settings, Func<string, byte[]?> read)
    {
        _on = [.. settings.Filters.Select(filter => filter.Name)];
        _baselineName = settings.Filter(FilterNames.BaselineFile)?.Text("filename") is { } name ? BaseName(BaselineReader.WithSlashes(name)) : null;
        _files = Patterns(settings, FilterNames.ExcludeFile, "--exclude-files");
        _lines = Patterns(settings, FilterNames.ExcludeLine, "--exclude-lines");
        _secrets = Patterns(settings, FilterNames.ExcludeSecret, "--exclude-secrets");
        if (settings.Filter(FilterNames.WordList) is { } words && words.Text("file_name") is { } file)
        {
            byte[] content = read(file) ?? throw new UnsupportedUseException($"the word list '{file}' cannot be read; it is named by --word-list, or by the baseline's filters_used");
            _words = WordList.Read(content, (int)(words.Number("min_length") ?? FilterNames.WordListMinLength));
        }
    }

    /// <summary>Whether an inline comment accepts its line.</summary>
    public bool HonoursPragmas => _on.Contains(FilterNames.Allowlisted);

    /// <summary>Whether nothing in the file counts.</summary>
    public bool LeavesOutFile(string path) =>
        FileKinds.IsIgnored(path)
        || (_baselineName is not null && BaseName(path) == _baselineName)
        || (_on.Contains(FilterNames.LockFile) && Heuristics.IsLockFile(path))
        || (_on.Contains(FilterNames.SwaggerFile) && Heuristics.IsSwaggerFile(path))
        || Any(_files, path);

    /// <summary>Whether the user excluded the line.</summary>
    public bool ExcludesLine(string line) => Any(_lines, line);

    /// <summary>Whether a heuristic says that the line holds nothing.</summary>
    public bool DoubtsLine(string line) => _on.Contains(FilterNames.IndirectReference) && Heuristics.IsIndirectReference(line);

    /// <summary>Whether the user excluded the value.</summary>
    public bool ExcludesSecret(string secret) => Any(_secrets, secret) || _words?.HasWord(secret) == true;

    /// <summary>Whether a heuristic says that what a plugin captured is no secret.</summary>
    public bool DoubtsSecret(string secret, string line, Plugin plugin) =>
        (_on.Contains(FilterNames.Sequential) && Heuristics.IsSequential(secret))
        || (_on.Contains(FilterNames.Uuid) && Heuristics.HasUuid(secret))
        || (_on.Contains(FilterNames.LikelyId) && !plugin.KnowsFormat && Heuristics.IsLikelyId(secret, line))
        || (_on.Contains(FilterNames.Templated) && Heuristics.IsTemplated(secret))
        || (_on.Contains(FilterNames.DollarSign) && Heuristics.HasDollarSign(secret))
        || (_on.Contains(FilterNames.NotAlphanumeric) && Heuristics.HasNoLetter(secret));

    private static bool Any(PythonPattern[] patterns, string text)
    {
        foreach (PythonPattern pattern in patterns)
        {
            if (pattern.Search(text))
            {
                return true;
            }
        }

        return false;
    }

    private static PythonPattern[] Patterns(ScanSettings settings, string path, string option) =>
        [.. settings.Filter(path)?.Texts("pattern").Select(pattern => PythonPattern.Parse(pattern, option)) ?? []];

    private static string BaseName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
