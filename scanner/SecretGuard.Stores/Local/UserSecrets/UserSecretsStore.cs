using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Whole;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Local.UserSecrets;

/// <summary>The user secrets of one id. Keys are those of .NET's configuration: <c>A:B</c>, whatever the case and however they are nested.</summary>
public sealed class UserSecretsStore : LocalStore, IWritableStore
{
    private readonly ValueMarks _marks = new();
    private readonly string? _path;

    /// <summary>The secrets of an id, where the platform keeps them.</summary>
    public UserSecretsStore(string id)
        : this(id, UserSecretsPath.Of(id, Environment.GetEnvironmentVariable))
    {
    }

    /// <summary>The secrets of an id in a file; null where there can be none.</summary>
    internal UserSecretsStore(string id, string? path)
        : base(StoreTypes.UserSecrets, path ?? $"user secrets '{id}'") => _path = path;

    private static StoreProblem Nowhere => new(Verdict.Misconfigured, "the id of the user secrets is not one, or no home folder is known", "correct UserSecretsId in the project");

    /// <inheritdoc/>
    public bool KeepsDeletedNames => false;

    /// <inheritdoc/>
    public string? NameMisfit(SecretQuery query) =>
        query.Name.Length > 0 && !query.Name.Any(char.IsControl) && !query.Name.StartsWith(':') && !query.Name.EndsWith(':') ? null : "a key of .NET's configuration is made of names with ':' between them";

    /// <inheritdoc/>
    public Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_path is null)
        {
            return Task.FromResult(StandingReply.Failed(Nowhere));
        }

        string? text = LocalText.Read(_path, out StoreProblem? problem, out bool isAbsent);
        SecretValue? value = text is null ? null : ConfigurationJson.ReadValue(text, query.Name);
        return Task.FromResult(text is null && !(isAbsent && !Directory.Exists(_path)) ? StandingReply.Failed(problem!)
            : StandingReply.Of(value is null ? Standing.Absent : new Standing { Mark = _marks.Of(value) }, value));
    }

    /// <summary>Puts the key in, or another value into its place; the file is replaced as a whole, and all else in it stays as it is.</summary>
    public async Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        StandingReply now = await LookAsync(query, cancellation);
        if (now.Problem is { } problem)
        {
            return WriteReply.Failed(problem);
        }

        if (now.Standing!.Mark != expected.Mark)
        {
            return WriteReply.Changed;
        }

        WriteReply reply = ValueShape.WholeText(value) is { } text
            ? OwnFile.Replace(_path!, before => ConfigurationJsonWriter.With(before, query.Name, text)) is { } failed ? WriteReply.Failed(failed) : WriteReply.Written(null)
            : WriteReply.Failed(ValueShape.NoText("a file of user secrets"));
        Forget();
        return reply;
    }

    /// <summary>A file keeps no versions.</summary>
    public string WayBack(SecretQuery query, Standing before, string? written) => "";

    /// <summary>Who may write the file may.</summary>
    public string WritePermissions(IReadOnlyCollection<SecretQuery> queries) => "";

    internal override StoreContent Read()
    {
        if (_path is null)
        {
            return StoreContent.Failed(Nowhere);
        }

        if (LocalText.Read(_path, out StoreProblem? problem, out bool isAbsent) is not { } text)
        {
            // The file comes with the first secret: without it there are none.
            return isAbsent && !Directory.Exists(_path) ? new StoreContent(new Dictionary<string, StoreEntry>(StringComparer.Ordinal)) : StoreContent.Failed(problem!);
        }

        try
        {
            return new StoreContent(ConfigurationJson.Read(text)) { Updated = LocalText.Updated(_path) };
        }
        catch (JsonException error)
        {
            return StoreContent.Failed(new StoreProblem(Verdict.Misconfigured, $"{_path} is no valid JSON near line {(error.LineNumber ?? 0) + 1}", "correct the file"));
        }
    }

    internal override SecretValue? ReadValue(string name) => _path is not null && LocalText.Read(_path, out _, out _) is { } text ? ConfigurationJson.ReadValue(text, name) : null;

    internal override string? FieldEntry(string name, string property) => $"{name}:{property}";
}
