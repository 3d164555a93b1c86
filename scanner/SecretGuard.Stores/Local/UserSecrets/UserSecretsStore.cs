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

    /// <inheritdoc/>
    public bool KeepsDeletedNames => false;

    /// <inheritdoc/>
    public StoreProblem? ValueMisfit(ValueFacts facts) => facts.HasNoText ? ValueShape.NoText("a file of user secrets") : null;

    /// <summary>Of two underscores only a variable's name makes a colon: nobody would find such a key.</summary>
    public string? NameMisfit(SecretQuery query) =>
        query.Name.Contains("__", StringComparison.Ordinal) ? "two underscores mean ':' in variables alone; a store's transform 'double-underscore-to-colon' makes keys of them"
        : query.Name.Split(':').All(part => part.Length > 0) && !query.Name.Any(char.IsControl) ? null : "it is no key of .NET's configuration, such as 'Section:Key'";

    /// <inheritdoc/>
    public Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string? text = TextOf(out StoreProblem? problem);
        SecretValue? value = string.IsNullOrWhiteSpace(text) ? null : ConfigurationJson.ReadValue(text, query.Name);
        return Task.FromResult(problem is not null ? StandingReply.Failed(problem) : StandingReply.Of(value is null ? Standing.Absent : new Standing { Mark = _marks.Of(value) }, value));
    }

    /// <summary>Puts the key in, or another value into its place; the file is replaced as a whole, and all else in it stays as it is.</summary>
    public async Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        StandingReply now = await LookAsync(query, cancellation);
        if (now.Problem is not null || now.Standing!.Mark != expected.Mark)
        {
            return now.Problem is { } problem ? WriteReply.Failed(problem) : WriteReply.Changed;
        }

        IReadOnlyList<(string Key, string Text)> keys = UserSecretsWriter.Keys(query.Name, value, now.Value, out StoreProblem? unfit);
        StoreProblem? failed = unfit ?? OwnFile.Replace(_path!, text => keys.Aggregate((string?)text, (before, key) => before is null ? null : UserSecretsWriter.With(before, key.Key, key.Text)));
        Forget();
        return failed is null ? WriteReply.Written(null) : WriteReply.Failed(failed);
    }

    /// <summary>A file keeps no versions.</summary>
    public string WayBack(SecretQuery query, Standing before, string? written) => "";

    /// <summary>Who may write the file may.</summary>
    public string WritePermissions(IReadOnlyCollection<SecretQuery> queries) => "";

    internal override StoreContent Read()
    {
        string? text = TextOf(out StoreProblem? problem);
        return problem is not null ? StoreContent.Failed(problem)
            : text is null ? new StoreContent(new Dictionary<string, StoreEntry>(StringComparer.Ordinal))
            : new StoreContent(ConfigurationJson.Read(text)) { Updated = LocalText.Updated(_path!) };
    }

    internal override SecretValue? ReadValue(string name) => _path is not null && LocalText.Read(_path, out _, out _) is { } text ? ConfigurationJson.ReadValue(text, name) : null;

    internal override string? FieldEntry(string name, string property) => $"{name}:{property}";

    /// <summary>The file's text, which is JSON of an object or blank; null where there is no file yet, or a problem.</summary>
    private string? TextOf(out StoreProblem? problem)
    {
        if (_path is null)
        {
            problem = new StoreProblem(Verdict.Misconfigured, "the id of the user secrets is not one, or no home folder is known", "correct UserSecretsId in the project");
            return null;
        }

        if (LocalText.Read(_path, out problem, out bool isAbsent) is not { } text)
        {
            // The file comes with the first secret: without it there are none.
            problem = isAbsent && !Directory.Exists(_path) ? null : problem;
            return null;
        }

        try
        {
            ConfigurationJson.Read(text);
            return text;
        }
        catch (JsonException error)
        {
            problem = new StoreProblem(Verdict.Misconfigured, $"{_path} is no valid JSON near line {(error.LineNumber ?? 0) + 1}", "correct the file");
            return null;
        }
    }
}
