using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Compose;

/// <summary>Files of Compose: the secrets they declare, what services and builds get of them, and the variables that the text is filled with.</summary>
internal sealed class ComposeExtractor : IExtractor
{
    /// <inheritdoc/>
    public string Name => "compose";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => MayBe(source);

    /// <summary>Whether a text may be one, by its path and by what stands in it.</summary>
    public static bool MayBe(SourceText source) =>
        source.IsYaml && (source.Text.Contains("services:", StringComparison.Ordinal)
            ? IsNamed(source) || source.Text.Contains("image:", StringComparison.Ordinal) || source.Text.Contains("build:", StringComparison.Ordinal)
            : IsNamed(source) && source.Text.Contains("secrets:", StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (YamlValue root in YamlDocuments.Read(source, found).Where(root => IsNamed(source) || IsCompose(root)))
        {
            foreach ((YamlValue name, YamlValue secret) in root["secrets"].Members)
            {
                ReadSecret(found, name, secret);
            }

            var seen = new HashSet<YamlValue>(ReferenceEqualityComparer.Instance); // values that were read with what they are handed on as
            foreach ((YamlValue name, YamlValue service) in root["services"].Members)
            {
                new Service(found, $"service/{name.Text}", seen).Read(service);
            }

            foreach ((YamlValue scalar, YamlPath? path) in YamlWalk.Scalars(root))
            {
                if (!seen.Contains(scalar))
                {
                    Service.AddInterpolated(found, ConsumerOf(path), scalar, null);
                }
            }
        }
    }

    private static bool IsNamed(SourceText source) => source.FileName.Contains("compose", StringComparison.OrdinalIgnoreCase);

    /// <summary>Other files have services too: those of GitLab are a list, those of GitHub stand in a job.</summary>
    private static bool IsCompose(YamlValue root) =>
        root["apiVersion"].Text is null && root["services"].Members.Any(service => service.Value["image"].Text is not null || service.Value["build"] != YamlValue.Nothing);

    private static string ConsumerOf(YamlPath? path) => path?.Below("services") is { } service ? $"service/{service}" : "";

    private static void ReadSecret(Extraction found, YamlValue name, YamlValue secret)
    {
        if (name.Text is null)
        {
            return;
        }

        SecretReference declared = ReferenceOf.Secret(StoreTypes.Compose, name.Text, "secrets");
        bool external = secret.Says("external") || secret["external"].IsMap;
        YamlValue other = secret["external", "name"].Text is not null ? secret["external", "name"] : secret["name"].Text is not null ? secret["name"] : name;
        if (secret.TextOf("file") is { } file)
        {
            found.Add(ReferenceOf.File(Interpolation.Known(file), "secrets.file"), secret["file"].Location, "", declared);
        }
        else if (secret.TextOf("environment") is { } variable)
        {
            found.Add(ReferenceOf.SecretVariable(variable, "secrets.environment") with { IsOptional = false }, secret["environment"].Location, "", declared);
        }
        else if (external)
        {
            found.Add(ReferenceOf.Secret(StoreTypes.Docker, Interpolation.Known(other.Text!), "secrets.external"), other.Location, "", declared);
        }
    }
}
