using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.DotNet;

/// <summary>
/// What a program gets when a developer starts it: the variables of profiles in <c>launchSettings.json</c>, and the settings of <c>local.settings.json</c>, which Azure
/// Functions hands on as variables. Those of secret names without a value are to be set elsewhere.
/// </summary>
internal sealed class LaunchSettingsExtractor : IExtractor
{
    /// <inheritdoc/>
    public string Name => "launch-settings";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => SettingsFile.IsNamed(source, "launchSettings") || SettingsFile.IsNamed(source, "local.settings");

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        YamlValue root = SettingsFile.Read(source, found);
        foreach ((YamlValue profile, YamlValue settings) in root["profiles"].Members)
        {
            ReadVariables(found, settings["environmentVariables"], $"profile/{profile.Text}");
        }

        ReadVariables(found, root["Values"], "");
        foreach ((YamlValue name, YamlValue value) in root["ConnectionStrings"].Members.Where(member => member.Key.Text is not null && Unfilled.Is(member.Value.Text) && !member.Value.IsMap))
        {
            found.Add(new SecretReference(StoreTypes.Configuration, ReferenceKinds.Configuration, $"ConnectionStrings:{name.Text}") { IsSecret = true, Via = Name }, name.Place(0, name.Text!.Length), "");
        }
    }

    private void ReadVariables(Extraction found, YamlValue variables, string consumer)
    {
        foreach ((YamlValue name, YamlValue value) in variables.Members.Where(member => member.Key.Text is not null))
        {
            if (Unfilled.Is(value.Text) && ReferenceOf.KeySaysSecret(name.Text!))
            {
                found.Add(ReferenceOf.SecretVariable(name.Text!, Name), name.Place(0, name.Text!.Length), consumer);
            }
        }
    }
}
