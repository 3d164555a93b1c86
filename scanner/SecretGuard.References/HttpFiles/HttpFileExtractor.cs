using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Json;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.HttpFiles;

/// <summary>
/// Requests in <c>*.http</c> and <c>*.rest</c>, as Visual Studio and the REST Client know them: <c>{{$dotenv X}}</c>, <c>{{$processEnv X}}</c>; and the environments beside
/// them, <c>http-client.env.json</c>, whose variables may come from a Key Vault or the user secrets of a project.
/// </summary>
internal sealed class HttpFileExtractor : IExtractor
{
    private const string Environments = "http-client.env.json";

    private static readonly Regex Variable = new(@"\{\{\s*\$(?<source>dotenv|processEnv)\s+(?<computed>%)?(?<name>[A-Za-z_][\w.-]*)\s*\}\}", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public string Name => "http-file";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => source.FileName.StartsWith(Environments, StringComparison.Ordinal)
        || ((source.HasEnd(".http", ".rest") || source.Language == "http") && source.Text.Contains("{{", StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        if (source.FileName.StartsWith(Environments, StringComparison.Ordinal))
        {
            ReadEnvironments(source, found);
            return;
        }

        string folder = source.SyntaxPath[..^source.FileName.Length];
        foreach (Match match in Variable.Matches(source.Text).Where(match => !match.Groups["computed"].Success)) // that is the name of a variable that holds the name
        {
            Group name = match.Groups["name"];
            SecretReference variable = ReferenceOf.Variable(name.Value, Name);
            found.Add(match.Groups["source"].Value == "dotenv" ? variable with { Store = StoreTypes.DotEnv, Address = folder + ".env" } : variable, source.At(name.Index, name.Length), "");
        }
    }

    private void ReadEnvironments(SourceText source, Extraction found)
    {
        foreach (YamlValue variable in JsonDocuments.Read(source, found).Members.SelectMany(environment => environment.Value.Members).Select(member => member.Value))
        {
            YamlValue name = variable["secretName"];
            if (name.Text is null)
            {
                continue;
            }

            SecretReference? reference = variable.TextOf("provider") switch
            {
                "AzureKeyVault" => ReferenceOf.KeyVault(variable.TextOf("resourceId") is { } id && id.Contains("/vaults/", StringComparison.OrdinalIgnoreCase) ? id[(id.LastIndexOf('/') + 1)..] : null, name.Text, Name),
                "AspnetUserSecrets" => new SecretReference(StoreTypes.UserSecrets, ReferenceKinds.Configuration, name.Text) { IsSecret = true, Via = Name },
                _ => null,
            };
            if (reference is not null)
            {
                found.Add(reference, name.Place(0, name.Text.Length), "");
            }
        }
    }
}
