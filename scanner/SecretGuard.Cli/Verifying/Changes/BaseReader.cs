using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.References.Linting;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Verifying.Changes;

/// <summary>
/// Reads what the base of a change referred to: what files say that are as they were, and the former versions of the others, from git's objects and in
/// memory, with the syntaxes of now. What a syntax that is new reads in an old file is not new.
/// </summary>
/// <param name="options">Which files are read.</param>
/// <param name="commit">The base.</param>
internal sealed class BaseReader(ScanOptions options, BaseCommit commit)
{
    /// <summary>The state of a named commit, given that of now.</summary>
    /// <exception cref="UsageException">The commit is not here.</exception>
    public static BaseState Read(string name, RepositoryReferences now, ScanOptions options, CancellationToken cancellation) =>
        new BaseReader(options, new BaseCommit(options.Project.Root, name, cancellation)).Read(name, now);

    private BaseState Read(string name, RepositoryReferences now)
    {
        var found = new Extraction(DeclaredSyntaxes.Of(options.Project), new LintFindings());
        found.Add(now.Found, path => !commit.HasChanged(path));
        foreach ((string path, byte[] bytes) in commit.Read(commit.Former.Where(IsRead), options.MaxFileSize).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            ReferenceReader.ReadText(Content.FromBytes(bytes, bytes.Length, path), found);
        }

        Declaration declared = Declared();
        var references = new RepositoryReferences(found, Compiled(now.Compiled), declared)
        {
            Lints = now.Lints?.Of(path => !commit.HasChanged(path)),
            Paths = now.Paths.Where(path => !commit.HasChanged(path)).Concat(commit.Former).ToHashSet(StringComparer.Ordinal),
            IsWhole = now.IsWhole,
            Files = Files(now.Files),
        };
        references.Lints?.Add(found.Lints);
        return new BaseState(name, references, declared);
    }

    /// <summary>The files of then.</summary>
    private RepositoryFiles Files(RepositoryFiles now)
    {
        HashSet<string> changed = [.. commit.Former];
        return new RepositoryFiles(
            path => commit.HasChanged(path) ? changed.Contains(path) : now.Exists(path) || changed.Any(file => file.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)),
            path => !commit.HasChanged(path) ? now.TextOf(path)
                : changed.Contains(path) && commit.Read([path], options.MaxFileSize).TryGetValue(path, out byte[]? bytes) ? ReferenceReader.TextOf(Content.FromBytes(bytes, bytes.Length, path)) : null);
    }

    /// <summary>Whether a file would be read, if it were there now.</summary>
    private bool IsRead(string path)
    {
        string full = Path.GetFullPath(path, options.Project.Root);
        return new FileListing(options.Project.Root, options.Exclude, options.OwnFiles).IsWanted(full, path)
            && options.Paths.Any(named => (full + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(named, options.Current)) + Path.DirectorySeparatorChar, PathIdentity.Comparison));
    }

    /// <summary>The declaration of then; none where there was none, or none that this version understands.</summary>
    private Declaration Declared()
    {
        Project project = options.Project;
        string? path = project.ConfigurationPath is null ? null : FileListing.WithSlashes(Path.GetRelativePath(project.Root, project.ConfigurationPath));
        if (path is null || !commit.HasChanged(path))
        {
            return project.Settings.Declaration;
        }

        byte[]? bytes = commit.Former.Contains(path, StringComparer.Ordinal) ? commit.Read([path]).GetValueOrDefault(path) : null;
        return bytes is null || SettingsReader.Read(ReferenceReader.TextOf(Content.FromBytes(bytes, bytes.Length, path)), path) is not { Errors.Count: 0 } read ? Declaration.Empty : read.Settings.Declaration;
    }

    /// <summary>
    /// What a compiler would have written down. No build did that for the base: its text is read, and what only a compiler knows is not new where it stands in a line that
    /// the base had too.
    /// </summary>
    private CompiledCode Compiled(CompiledCode now)
    {
        ILookup<bool, InventoryRecord> records = now.Records.ToLookup(record => commit.HasChanged(record.Location.Path));
        string[] files = [.. records[true].Select(record => record.Location.Path).Distinct(StringComparer.Ordinal).Intersect(commit.Former, StringComparer.Ordinal)];
        Dictionary<string, HashSet<string>> before = commit.Read(files, options.MaxFileSize)
            .ToDictionary(file => file.Key, file => Lines(file.Value, file.Key).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        Dictionary<string, string[]> after = before.Keys.Where(IsThere).ToDictionary(path => path, path => Lines(File.ReadAllBytes(Full(path)), path), StringComparer.Ordinal);
        InventoryRecord[] stood = [.. records[true].Where(record => after.TryGetValue(record.Location.Path, out string[]? lines)
            && Enumerable.Range(record.Location.StartLine, record.Location.EndLine - record.Location.StartLine + 1).All(line => line <= lines.Length && before[record.Location.Path].Contains(lines[line - 1])))];
        return new CompiledCode([.. records[false], .. stood], path => now.IsCurrent(path) && !commit.HasChanged(path));
    }

    private bool IsThere(string path) => File.Exists(Full(path));

    private string Full(string path) => Path.GetFullPath(path, options.Project.Root);

    private static string[] Lines(byte[] bytes, string path) => [.. ReferenceReader.TextOf(Content.FromBytes(bytes, bytes.Length, path)).Split('\n').Select(line => line.Trim())];
}
