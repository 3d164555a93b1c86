using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Compose;

/// <summary>What one service of Compose is given.</summary>
/// <param name="Found">Where references go.</param>
/// <param name="Consumer">Who it is.</param>
/// <param name="Seen">The values whose variables were told already.</param>
internal sealed record Service(Extraction Found, string Consumer, HashSet<YamlValue> Seen)
{
    private const string Mount = "/run/secrets";

    /// <summary>Reads it.</summary>
    public void Read(YamlValue service)
    {
        ReadSecrets(service["secrets"], "services.secrets", (name, target) => ReferenceOf.File(target.StartsWith('/') ? target : $"{Mount}/{target}", "services.secrets"));
        ReadSecrets(service["build", "secrets"], "build.secrets", (name, target) => ReferenceOf.Secret(StoreTypes.DockerBuild, target, "build.secrets"));
        ReadEnvironment(service["environment"]);
        ServiceScripts.Read(service, Found);
        foreach (YamlValue file in service["env_file"].Text is not null ? [service["env_file"]] : service["env_file"].Items)
        {
            YamlValue path = file.IsMap ? file["path"] : file;
            if (path.Text is not null)
            {
                Found.Add(ReferenceOf.EnvironmentFile(Interpolation.Known(path.Text), "env_file", file["required"].Text is "false"), path.Location, Consumer, ReferenceOf.SecretVariable("*", "env_file"));
            }
        }
    }

    /// <summary>Adds the variables that a value is filled with.</summary>
    public static void AddInterpolated(Extraction found, string consumer, YamlValue value, SecretReference? provides, int from = 0)
    {
        foreach (Interpolation variable in Interpolation.In(value.Text!).Where(variable => variable.Start >= from))
        {
            SecretReference reference = ReferenceOf.Variable(variable.Name, "interpolation", variable.IsOptional);
            found.Add(reference with { IsSecret = reference.IsSecret || provides?.IsSecret == true }, value.Place(variable.Start, variable.Name.Length), consumer, provides);
        }
    }

    private void ReadSecrets(YamlValue list, string via, Func<string, string, SecretReference> target)
    {
        foreach (YamlValue item in list.Items)
        {
            YamlValue name = item.IsMap ? item["source"] : item;
            if (name.Text is not null)
            {
                Found.Add(ReferenceOf.Secret(StoreTypes.Compose, Interpolation.Known(name.Text), via), name.Location, Consumer, target(name.Text, item.TextOf("target") ?? name.Text));
            }
        }
    }

    private void ReadEnvironment(YamlValue environment)
    {
        foreach ((YamlValue key, YamlValue value) in environment.Members)
        {
            if (key.Text is not null)
            {
                ReadVariable(key.Text, key.Location, value, 0);
            }
        }

        foreach (YamlValue item in environment.Items.Where(item => item.Text is not null))
        {
            int equals = item.Text!.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? item.Text : item.Text[..equals];
            ReadVariable(name, item.Place(0, name.Length), equals < 0 ? YamlValue.Nothing : item, equals + 1);
        }
    }

    /// <summary>One without a value is that of whoever starts the service.</summary>
    private void ReadVariable(string name, Location at, YamlValue value, int from)
    {
        SecretReference provided = ReferenceOf.Variable(name, "environment");
        if (value.Text is null)
        {
            if (value == YamlValue.Nothing || value.Style == YamlDotNet.Core.ScalarStyle.Plain)
            {
                Found.Add(ReferenceOf.Variable(name, "environment"), at, Consumer, provided);
            }

            return;
        }

        Seen.Add(value);
        AddInterpolated(Found, Consumer, value, provided, from);
        if (string.CompareOrdinal(value.Text, from, Mount, 0, Mount.Length) == 0 && value.Text.Length > from + Mount.Length + 1)
        {
            int file = from + Mount.Length + 1;
            Found.Add(ReferenceOf.File(value.Text[from..], "environment"), value.Place(file, value.Text.Length - file), Consumer, provided);
        }
    }
}
