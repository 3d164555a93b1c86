using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.DotNet;

/// <summary><c>function.json</c> of Azure Functions: the settings that hold connections, and those that values between percent signs stand for.</summary>
internal sealed class FunctionBindingsExtractor : IExtractor
{
    /// <inheritdoc/>
    public string Name => "function-bindings";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => source.FileName.Equals("function.json", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach ((YamlValue value, YamlPath? path) in YamlWalk.Scalars(SettingsFile.Read(source, found)["bindings"]))
        {
            string text = value.Text!;
            bool isConnection = path is not null && path.Key.EndsWith("connection", StringComparison.OrdinalIgnoreCase);
            if (text.Length > 2 && text[0] == '%' && text.IndexOf('%', 1) == text.Length - 1)
            {
                found.Add(Setting(text[1..^1], isSecret: isConnection), value.Place(1, text.Length - 2), "");
            }
            else if (isConnection && !text.Contains('%', StringComparison.Ordinal))
            {
                found.Add(Setting(text, isSecret: true), value.Place(0, text.Length), "");
            }
        }
    }

    private static SecretReference Setting(string name, bool isSecret) =>
        new(StoreTypes.Configuration, ReferenceKinds.Configuration, name) { IsSecret = isSecret || ReferenceOf.KeySaysSecret(name), Via = "function.json" };
}
