using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.DotNet;

/// <summary>
/// <c>appsettings*.json</c>: keys that are secret by their names and whose value holds the place for one that another source of the configuration brings. A value that is
/// there is no reference, and a name that says nothing may well be empty on purpose. A variable in a value (<c>${DB_PASSWORD}</c>) is put in by whoever deploys: .NET does not.
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
            var setting = new SecretReference(StoreTypes.Configuration, ReferenceKinds.Configuration, key) { IsSecret = true, Via = "appsettings" };
            Interpolation[] variables = [.. Interpolation.Placeholders(value.Text ?? "", ReferenceOf.KeySaysSecret(key))];
            foreach (Interpolation variable in variables)
            {
                found.Add(ReferenceOf.SecretVariable(variable.Name, SecretReference.Placeholder) with { IsOptional = variable.IsOptional }, value.Place(variable.Start, variable.Name.Length), "", setting);
            }

            if (variables.Length == 0 && Unfilled.Is(value.Text) && ReferenceOf.KeySaysSecret(key))
            {
                found.Add(setting, name.Place(0, name.Text!.Length), "");
            }
        }
    }
}
