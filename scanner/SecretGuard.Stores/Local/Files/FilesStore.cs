using SecretGuard.Inventories;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Whole;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Local.Files;

/// <summary>
/// A folder with a file a secret, such as <c>/run/secrets</c>. A folder in it is a secret whose fields are files, as Kubernetes mounts them.
/// A key of .NET's configuration is looked for as it is and as <c>A__B</c>.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="isMadeWithItsFirstSecret">Whether a folder that is not there only means that there is no secret yet.</param>
public sealed class FilesStore(string folder, bool isMadeWithItsFirstSecret = false) : LocalStore(StoreTypes.Files, folder), IWritableStore
{
    private readonly ValueMarks _marks = new();

    /// <summary>A file that is longer holds more than blanks.</summary>
    private const int LongestBlank = 4096;

    private const int LongestSecret = 4 << 20;

    /// <inheritdoc/>
    public override string Endpoint(SecretQuery query) => $"read {Path.Combine(Address, query.Name)}";

    /// <inheritdoc/>
    public bool KeepsDeletedNames => false;

    /// <inheritdoc/>
    public StoreProblem? ValueMisfit(ValueFacts facts) => facts.Digest is null && facts.HasNoText ? ValueShape.NoText("a file of fields") : null;

    /// <inheritdoc/>
    public string? NameMisfit(SecretQuery query) =>
        query.Name.Length is > 0 and < 240 && query.Name[0] != '.' && !query.Name.Any(c => c is '/' or '\\' || char.IsControl(c)) ? null : "it is no name of a file of its own";

    /// <inheritdoc/>
    public Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Forget();
        string path = Path.Combine(Address, query.Name);
        if (NameMisfit(query) is null && !Path.Exists(path))
        {
            return Task.FromResult(StandingReply.Of(Standing.Absent, null));
        }

        return Task.FromResult(NameMisfit(query) is null && ReadValue(query.Name) is { } value ? StandingReply.Of(new Standing { Mark = _marks.Of(value) }, value)
            : StandingReply.Failed(new StoreProblem(Verdict.Forbidden, $"{path} cannot be read", "let this user read it, or run as the one who may")));
    }

    /// <summary>Makes the file, or replaces it as a whole. A folder of fields is not written to: its files could only change one after the other.</summary>
    public async Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        StandingReply now = await LookAsync(query, cancellation);
        string path = Path.Combine(Address, query.Name);
        WriteReply reply = now.Problem is { } problem ? WriteReply.Failed(problem)
            : now.Standing!.Mark != expected.Mark ? WriteReply.Changed
            : Directory.Exists(path) ? WriteReply.Failed(new StoreProblem(Verdict.Misconfigured, $"{path} is a folder, whose files could only change one after the other", "take the folder away, or write its files yourself"))
            : ValueShape.Whole(value) is not { } bytes ? WriteReply.Failed(ValueShape.NoText("a file of fields"))
            : OwnFile.Write(path, bytes) is { } failed ? WriteReply.Failed(failed) : WriteReply.Written(null);
        Forget();
        return reply;
    }

    /// <summary>A folder keeps no versions.</summary>
    public string WayBack(SecretQuery query, Standing before, string? written) => "";

    /// <summary>Who may write the folder may.</summary>
    public string WritePermissions(IReadOnlyCollection<SecretQuery> queries) => "";

    internal override StoreContent Read()
    {
        try
        {
            var root = new DirectoryInfo(Address);
            if (!root.Exists)
            {
                return isMadeWithItsFirstSecret || (IsMadeByWriting && !File.Exists(Address)) ? new StoreContent(new Dictionary<string, StoreEntry>(StringComparer.Ordinal))
                    : StoreContent.Failed(new StoreProblem(Verdict.Misconfigured, $"there is no folder {Address}", "correct the path, or run where it is mounted"));
            }

            var entries = new Dictionary<string, StoreEntry>(StringComparer.Ordinal);
            foreach (FileSystemInfo item in Visible(root))
            {
                if (IsFolder(item))
                {
                    Enter(item, entries);
                }
                else
                {
                    entries[item.Name] = Look(item);
                }
            }

            return new StoreContent(entries);
        }
        catch (UnauthorizedAccessException)
        {
            return StoreContent.Failed(new StoreProblem(Verdict.Forbidden, $"{Address} may not be listed", "let this user read it, or run as the one who may"));
        }
        catch (Exception error) when (error is IOException or ArgumentException)
        {
            return StoreContent.Failed(new StoreProblem(Verdict.Unreachable, $"{Address} cannot be read ({error.GetType().Name})", "see whether the path is right and its disk is there"));
        }
    }

    internal override SecretValue? ReadValue(string name)
    {
        try
        {
            string path = Path.Combine(Address, name.Replace('/', Path.DirectorySeparatorChar));
            return Directory.Exists(path)
                ? SecretValue.Of(Visible(new DirectoryInfo(path)).Where(item => !IsFolder(item)).ToDictionary(file => file.Name, file => SecretValue.Of(Bytes(file)), StringComparer.Ordinal))
                : SecretValue.Of(Bytes(new FileInfo(path)));
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }

    internal override IEnumerable<string> NamesOf(string name) => VariableNames.Of(name);

    internal override string? FieldEntry(string name, string property) => $"{name}/{property}";

    private static void Enter(FileSystemInfo folder, Dictionary<string, StoreEntry> entries)
    {
        try
        {
            FileSystemInfo[] files = [.. Visible(new DirectoryInfo(folder.FullName)).Where(item => !IsFolder(item))];
            entries[folder.Name] = new StoreEntry(ValueState.Filled) { Metadata = new() { Fields = new FieldNames([.. files.Select(file => file.Name).Order(StringComparer.Ordinal)], AreComplete: true) } };
            foreach (FileSystemInfo file in files)
            {
                entries[$"{folder.Name}/{file.Name}"] = Look(file);
            }
        }
        catch (UnauthorizedAccessException)
        {
            entries[folder.Name] = new StoreEntry(ValueState.Unreadable);
        }
    }

    /// <summary>Kubernetes keeps the files behind its links in folders whose names begin with two dots.</summary>
    private static IEnumerable<FileSystemInfo> Visible(DirectoryInfo folder) => folder.EnumerateFileSystemInfos().Where(item => !item.Name.StartsWith("..", StringComparison.Ordinal));

    private static bool IsFolder(FileSystemInfo item) => item is DirectoryInfo || Directory.Exists(item.FullName);

    private static StoreEntry Look(FileSystemInfo item)
    {
        try
        {
            // What has no length may be a pipe: it is not opened.
            var file = (FileInfo)(item.ResolveLinkTarget(returnFinalTarget: true) ?? item);
            return new StoreEntry(file.Length == 0 || (file.Length <= LongestBlank && IsBlank(file)) ? ValueState.Empty : ValueState.Filled)
            {
                Metadata = new() { Updated = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero) },
            };
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return new StoreEntry(ValueState.Unreadable);
        }
    }

    /// <summary>What is in a file. A pipe has no length and is not opened; no secret is as long as the longest that is read.</summary>
    private static byte[] Bytes(FileSystemInfo item)
    {
        var file = (FileInfo)(item.ResolveLinkTarget(returnFinalTarget: true) ?? item);
        if (file.Length > LongestSecret)
        {
            throw new IOException("too long");
        }

        return file.Length == 0 ? [] : File.ReadAllBytes(file.FullName);
    }

    private static bool IsBlank(FileInfo file)
    {
        Span<byte> bytes = stackalloc byte[LongestBlank];
        using FileStream stream = file.OpenRead();
        bytes = bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        bool isBlank = bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0;
        bytes.Clear();
        return isBlank;
    }
}
