using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Local.UserSecrets;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.Local.Configuration;

/// <summary>A JSON file of .NET's configuration, such as <c>appsettings.json</c>. A key without a value is to be filled from elsewhere: it is as if it were not there.</summary>
/// <param name="path">The file.</param>
public sealed class ConfigurationFileStore(string path) : LocalStore(StoreTypes.Configuration, path), IValueStore
{
    internal override StoreContent Read()
    {
        if (LocalText.Read(Address, out StoreProblem? problem, out _) is not { } text)
        {
            return StoreContent.Failed(problem!);
        }

        try
        {
            return new StoreContent(ConfigurationJson.Read(text).Where(entry => entry.Value.State != ValueState.Empty).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.OrdinalIgnoreCase))
            {
                Updated = LocalText.Updated(Address),
            };
        }
        catch (JsonException error)
        {
            return StoreContent.Failed(new StoreProblem(Verdict.Misconfigured, $"{Address} is no valid JSON near line {(error.LineNumber ?? 0) + 1}", "correct the file"));
        }
    }

    internal override SecretValue? ReadValue(string name) => LocalText.Read(Address, out _, out _) is { } text ? ConfigurationJson.ReadValue(text, name) : null;
}
