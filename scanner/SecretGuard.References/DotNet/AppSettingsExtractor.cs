using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.DotNet;

/// <summary>
/// <c>appsettings*.json</c>: keys that are secret by their names and whose value holds the place for one that another source of the configuration brings. A value that is
/// there is no reference, and a name that says nothing may well be empty on purpose.
/// </summary>
internal sealed class AppSettingsExtractor : IExtractor
{
    /// <inheritdoc/>
    public string Name => "appsettings";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => SettingsFile.IsNamed(source, "appsettings");

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach ((string key, YamlValue name, YamlValue value) in SettingsFile.Keys(SettingsFile.Read(source, found)))
        {
            if (Unfilled.Is(value.Text) && ReferenceOf.KeySaysSecret(key))
            {
                found.Add(new SecretReference(StoreTypes.Configuration, ReferenceKinds.Configuration, key) { IsSecret = true, Via = "appsettings" }, name.Place(0, name.Text!.Length), "");
            }
        }
    }
}
