using SecretGuard.Cli.Sources;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Importing;
using SecretGuard.Migration;

namespace SecretGuard.Cli.Importing;

/// <summary>A file of another tool, read.</summary>
/// <param name="Format">What kind it is.</param>
/// <param name="Path">Its full path.</param>
/// <param name="File">What it says.</param>
internal sealed record ImportSource(ForeignFormat Format, string Path, ForeignFile File)
{
    /// <summary>Larger files are reports that nobody reads as a whole.</summary>
    private const long MaxSize = 256L << 20;

    /// <summary>Completes entries by what only the file that they speak of can say.</summary>
    public Func<Content, IReadOnlyList<ForeignEntry>, IReadOnlyList<ForeignEntry>> Resolve { get; private init; } = static (_, entries) => entries;

    /// <summary>Whether an entry whose values stand nowhere may still be met by its line.</summary>
    public bool IsByValue => Format.Tool == ForeignFormats.DetectSecrets;

    /// <summary>Reads a file of a tool.</summary>
    /// <param name="tool">The tool, as <c>import</c> names it.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="UsageException">It cannot be read, or is of no kind that this tool writes.</exception>
    public static ImportSource Read(string tool, string path)
    {
        try
        {
            ForeignText text = ReadText(path, path);
            return Of(ForeignFormats.Find(tool, text), text, path);
        }
        catch (ForeignFileException error)
        {
            throw new UsageException(error.Message);
        }
    }

    /// <summary>Reads what is found in a repository; null where it is of no known kind.</summary>
    /// <exception cref="UsageException">It is of a known kind, and broken.</exception>
    public static ImportSource? TryRead(string path, string display)
    {
        ForeignText text;
        try
        {
            text = ReadText(path, display);
        }
        catch (ForeignFileException)
        {
            // No text.
            return null;
        }

        try
        {
            return ForeignFormats.Guess(text) is { } format ? Of(format, text, path) : null;
        }
        catch (ForeignFileException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private static ForeignText ReadText(string path, string display)
    {
        try
        {
            return new FileInfo(path).Length > MaxSize
                ? throw new UsageException($"'{display}' is larger than {ByteSize.Format(MaxSize)}; let the tool write one file for each part of the repository")
                : ForeignText.Of(System.IO.File.ReadAllBytes(path), FileListing.WithSlashes(display));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"'{display}' does not exist");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read '{display}': {(error is UnauthorizedAccessException ? "access is denied, or it is a folder" : error.Message)}");
        }
    }

    private static ImportSource Of(ForeignFormat format, ForeignText text, string path) =>
        format.Read is { } read ? new ImportSource(format, System.IO.Path.GetFullPath(path), read(text)) : OfDetectSecrets(format, text, path);

    private static ImportSource OfDetectSecrets(ForeignFormat format, ForeignText text, string path)
    {
        ImportedBaseline baseline;
        try
        {
            baseline = ImportedBaseline.Read(text.Text);
        }
        catch (BaselineException error)
        {
            throw new UsageException($"'{text.Name}': {error.Message}");
        }

        var originals = new Dictionary<ForeignEntry, ImportedEntry>(ReferenceEqualityComparer.Instance);
        foreach (ImportedEntry entry in baseline.Entries)
        {
            originals.Add(new ForeignEntry(entry.File, entry.Line) { Origin = text.Name, Kind = entry.Type, IsReal = entry.IsSecret == true, Reason = entry.IsSecret == false ? "detect-secrets audit: no secret" : null }, entry);
        }

        (PathPatterns paths, List<Leftover> leftovers) = Settings(baseline, text.Name);
        return new ImportSource(format, System.IO.Path.GetFullPath(path), new ForeignFile { Entries = [.. originals.Keys], Exclude = paths.Patterns, Leftovers = [.. leftovers, .. paths.Leftovers] })
        {
            Resolve = (content, entries) =>
            {
                IReadOnlyDictionary<ImportedEntry, string> values = baseline.Find(content, entries.Select(entry => originals[entry]));
                return [.. entries.Select(entry => values.TryGetValue(originals[entry], out string? value) ? entry with { Values = [value] } : entry)];
            },
        };
    }

    private static (PathPatterns Paths, List<Leftover> Leftovers) Settings(ImportedBaseline baseline, string name)
    {
        var paths = new PathPatterns();
        var leftovers = new List<Leftover>();
        foreach (ImportedSetting setting in baseline.Settings)
        {
            switch (setting.Kind)
            {
                case ImportedSettingKind.Files:
                    paths.Add(setting.Pattern, name);
                    break;
                case ImportedSettingKind.Code:
                    leftovers.Add(new Leftover(name, $"the plugin or filter {setting.Pattern}, which is Python code", "Write it as a custom rule in secretguard.yml."));
                    break;
                default:
                    // The pattern may be a value itself.
                    leftovers.Add(new Leftover(name, $"a pattern of {(setting.Kind == ImportedSettingKind.Lines ? "lines" : "values")} that are left out", "Accept what it covers: a comment at the line, or an entry of the baseline."));
                    break;
            }
        }

        return (paths, leftovers);
    }
}
