using SecretGuard.Inventories;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.Local.DotEnv;

/// <summary>A <c>.env</c> file.</summary>
/// <param name="path">The file.</param>
public sealed class DotEnvStore(string path) : LocalStore(StoreTypes.DotEnv, path), IValueStore
{
    internal override StoreContent Read()
    {
        if (LocalText.Read(Address, out StoreProblem? problem, out _) is not { } text)
        {
            return StoreContent.Failed(problem!);
        }

        var entries = new Dictionary<string, StoreEntry>(StringComparer.Ordinal);
        IReadOnlyList<DotEnvEntry> read = DotEnvReader.Read(text, out IReadOnlyList<string> notices);
        foreach (DotEnvEntry entry in read)
        {
            entries[entry.Name] = new StoreEntry(entry.IsEmpty ? ValueState.Empty : ValueState.Filled) { Line = entry.Line };
        }

        return new StoreContent(entries) { Updated = LocalText.Updated(Address), Notices = [.. notices.Select(notice => $"{Address}, {notice}")] };
    }

    internal override SecretValue? ReadValue(string name) =>
        LocalText.Read(Address, out _, out _) is { } text && DotEnvReader.Read(text, out _).LastOrDefault(entry => entry.Name == name) is { Name.Length: > 0 } entry ? SecretValue.Of(entry.ValueIn(text)) : null;

    internal override IEnumerable<string> NamesOf(string name) => VariableNames.Of(name);
}
