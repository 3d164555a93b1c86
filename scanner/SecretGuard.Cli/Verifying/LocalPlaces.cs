using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying;

/// <summary>
/// Where variables, keys of the configuration and files come from on a machine where nothing is declared: the <c>.env</c> files from the folder of the
/// reference upwards, user secrets, the environment, and files beside the manifest.
/// </summary>
/// <param name="root">The repository's folder.</param>
/// <param name="userSecrets">The ids that projects declare.</param>
/// <param name="stores">Opens them.</param>
internal sealed class LocalPlaces(string root, IReadOnlyList<string> userSecrets, EnvironmentStores stores)
{
    private static readonly string[] VariableFiles = [".env", ".env.local"];

    /// <summary>Where a reference may be answered; empty where nothing on this machine can.</summary>
    public IEnumerable<Place> For(InventoryRecord record)
    {
        SecretReference reference = record.Reference;
        return (reference.Store switch
        {
            StoreTypes.Environment => [.. VariableStores(record), stores.Embedded(StoreTypes.Environment)],
            StoreTypes.Configuration => [.. SettingsFiles(record), .. VariableStores(record), .. UserSecrets(), stores.Embedded(StoreTypes.Environment)],
            StoreTypes.UserSecrets => [.. UserSecrets()],
            StoreTypes.DotEnv when File.Exists(Path.GetFullPath(reference.Address ?? ".env", root)) => [DotEnvOf(reference), stores.Embedded(StoreTypes.Environment)],
            StoreTypes.Files => [FolderOf(record)],
            _ => Array.Empty<StoreInUse?>(),
        }).OfType<StoreInUse>().Select(store => new Place(store, new SecretQuery(reference.Name)));
    }

    /// <summary>The settings of every environment that may hold a key which a vault is to give.</summary>
    public IEnumerable<Place> Settings(InventoryRecord record) => FoldersOf(record).Select(folder => Path.Combine(folder, "appsettings.json")).Where(File.Exists)
        .Select(file => stores.Embedded(StoreTypes.Configuration, ("path", Path.GetRelativePath(root, file).Replace('\\', '/')))).OfType<StoreInUse>().Select(store => new Place(store, new SecretQuery(record.Provides!.Name)));

    private IEnumerable<StoreInUse?> UserSecrets() => userSecrets.Select(id => stores.Embedded(StoreTypes.UserSecrets, ("id", id)));

    private IEnumerable<StoreInUse?> VariableStores(InventoryRecord record) => FoldersOf(record)
        .SelectMany(folder => VariableFiles.Select(file => Path.Combine(folder, file)))
        .Where(File.Exists).Select(file => stores.Embedded(StoreTypes.DotEnv, ("path", Path.GetRelativePath(root, file).Replace('\\', '/'))));

    /// <summary>The file that is made after a template. One that nobody made yet lacks nothing.</summary>
    private StoreInUse? DotEnvOf(SecretReference reference) => stores.Embedded(StoreTypes.DotEnv, ("path", reference.Address ?? ".env"));

    private IEnumerable<StoreInUse?> SettingsFiles(InventoryRecord record) => FoldersOf(record)
        .Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "appsettings*.json").Order(StringComparer.Ordinal))
        .Select(file => stores.Embedded(StoreTypes.Configuration, ("path", Path.GetRelativePath(root, file).Replace('\\', '/'))));

    /// <summary>The folder that a manifest names, from its own; one that is not in the repository is of the machine that it is deployed to.</summary>
    private StoreInUse? FolderOf(InventoryRecord record)
    {
        if (record.Reference.Address?.StartsWith('/') == true)
        {
            return null;
        }

        string manifest = Path.GetDirectoryName(Path.GetFullPath(record.Location.Path, root)) ?? root;
        string folder = Path.GetFullPath(record.Reference.Address ?? ".", manifest);
        return folder == root || folder.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? stores.Embedded(StoreTypes.Files, ("path", Path.GetRelativePath(root, folder).Replace('\\', '/')), ("absent", "empty"))
            : null;
    }

    /// <summary>The folder of a reference and those above it, up to the repository's.</summary>
    private IEnumerable<string> FoldersOf(InventoryRecord record)
    {
        string full = Path.GetFullPath(record.Location.Path, root);
        for (string? folder = Path.GetDirectoryName(full); folder is not null && folder.Length >= root.Length; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
