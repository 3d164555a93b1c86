using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.Local.UserSecrets;

/// <summary>The user secrets of one id. Keys are those of .NET's configuration: <c>A:B</c>, whatever the case and however they are nested.</summary>
public sealed class UserSecretsStore : LocalStore, IValueStore
{
    private readonly string? _path;

    /// <summary>The secrets of an id, where the platform keeps them.</summary>
    public UserSecretsStore(string id)
        : this(id, UserSecretsPath.Of(id, Environment.GetEnvironmentVariable))
    {
    }

    /// <summary>The secrets of an id in a file; null where there can be none.</summary>
    internal UserSecretsStore(string id, string? path)
        : base(StoreTypes.UserSecrets, path ?? $"user secrets '{id}'") => _path = path;

    internal override StoreContent Read()
    {
        if (_path is null)
        {
            return StoreContent.Failed(new StoreProblem(Verdict.Misconfigured, "the id of the user secrets is not one, or no home folder is known", "correct UserSecretsId in the project"));
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
