using SecretGuard.Inventories;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Pipelines;

/// <summary>Pipelines of GitLab: the secrets that jobs ask stores for, and their scripts.</summary>
internal sealed class GitLabExtractor : IExtractor
{
    private const string DefaultEngine = "kv-v2";
    private const string OwnVariables = "CI_";

    private static readonly string[] Scripts = ["script", "before_script", "after_script"];

    /// <inheritdoc/>
    public string Name => "gitlab-ci";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => IsPipeline(source);

    /// <summary>Whether a text may be one.</summary>
    public static bool IsPipeline(SourceText source) =>
        source.IsYaml && (source.FileName.Contains("gitlab-ci", StringComparison.OrdinalIgnoreCase) || source.SyntaxPath.Contains(".gitlab/ci", StringComparison.Ordinal)
            || (source.Text.Contains("secrets:", StringComparison.Ordinal) && source.Text.Contains("script:", StringComparison.Ordinal)
                && (source.Text.Contains("vault:", StringComparison.Ordinal) || source.Text.Contains("azure_key_vault:", StringComparison.Ordinal) || source.Text.Contains("aws_secrets_manager:", StringComparison.Ordinal))));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (YamlValue root in YamlDocuments.Read(source, found))
        {
            IReadOnlyList<string> read = SecretVariables.ReadBy(root.Members.Select(member => member.Value).Prepend(root).SelectMany(ScriptsOf));
            ReadScripts(found, root, read, []);
            ReadVariables(found, "", root["variables"]);
            foreach ((YamlValue name, YamlValue job) in root.Members)
            {
                ReadScripts(found, job, [.. job["secrets"].Members.Select(member => member.Key.Text).OfType<string>(), .. read], [job["environment"].Text ?? job["environment"].TextOf("name") ?? "", name.Text ?? "", job.TextOf("stage") ?? ""]);
                ReadVariables(found, $"job/{name.Text}", job["variables"]);
                foreach ((YamlValue variable, YamlValue secret) in job["secrets"].Members)
                {
                    if (variable.Text is not null)
                    {
                        ReadSecret(found, $"job/{name.Text}", ReferenceOf.SecretVariable(variable.Text, "secrets"), secret);
                    }
                }
            }
        }
    }

    /// <summary>Variables that take what a secret variable of the project holds. Those of GitLab's own are always there.</summary>
    private static void ReadVariables(Extraction found, string consumer, YamlValue variables)
    {
        foreach ((YamlValue name, YamlValue given) in variables.Members)
        {
            YamlValue value = given.Text is null ? given["value"] : given;
            foreach (Interpolation taken in value.Text is { } text && name.Text is not null ? Interpolation.In(text) : [])
            {
                if (!taken.Name.StartsWith(OwnVariables, StringComparison.Ordinal) && (ReferenceOf.SaysSecret(taken.Name) || ReferenceOf.SaysSecret(name.Text!)))
                {
                    found.Add(ReferenceOf.SecretVariable(taken.Name, "variables"), value.Place(taken.Start, taken.Name.Length), consumer, ReferenceOf.SecretVariable(name.Text!, "variables"));
                }
            }
        }
    }

    /// <summary>The lines of a list are run by one shell.</summary>
    private void ReadScripts(Extraction found, YamlValue job, IReadOnlyList<string> given, IReadOnlyList<string> runBy)
    {
        foreach (SourceText script in ScriptsOf(job))
        {
            ExtractorCatalogue.Read(script.As("bash", Name, given, runBy), found);
        }
    }

    private static IEnumerable<SourceText> ScriptsOf(YamlValue job) =>
        Scripts.SelectMany(key => YamlValue.Joined([.. (job[key].Text is null ? job[key].Items : [job[key]]).Where(line => line.Text is not null)]));

    private static void ReadSecret(Extraction found, string consumer, SecretReference variable, YamlValue secret)
    {
        YamlValue vault = secret["vault"], azure = secret["azure_key_vault", "name"], aws = secret["aws_secrets_manager"];
        if (vault.Text is { } text)
        {
            // path/field@mount: the last segment is the field.
            int sign = text.LastIndexOf('@'), end = sign < 0 ? text.Length : sign, slash = text[..end].LastIndexOf('/');
            if (slash > 0)
            {
                SecretReference reference = ReferenceOf.Secret(StoreTypes.Vault, Interpolation.Known(text[..slash]), "secrets.vault") with { Property = Interpolation.Known(text[(slash + 1)..end]), Address = sign < 0 ? DefaultEngine : Interpolation.Known(text[(sign + 1)..]) };
                found.Add(reference, vault.Place(0, slash), consumer, variable);
            }
        }
        else if (vault.TextOf("path") is { } path)
        {
            found.Add(ReferenceOf.Secret(StoreTypes.Vault, Interpolation.Known(path), "secrets.vault") with { Property = vault.TextOf("field"), Address = vault["engine", "path"].Text ?? DefaultEngine }, vault["path"].Location, consumer, variable);
        }

        if (azure.Text is { } name)
        {
            found.Add(ReferenceOf.KeyVault(null, Interpolation.Known(name), "secrets.azure_key_vault") with { Version = secret["azure_key_vault", "version"].Text }, azure.Location, consumer, variable);
        }

        // Nothing here asks Google: called as the External Secrets Operator calls it.
        YamlValue google = secret["gcp_secret_manager", "name"];
        if (google.Text is not null)
        {
            found.Add(ReferenceOf.Secret("gcpsm", Interpolation.Known(google.Text), "secrets.gcp_secret_manager") with { Version = secret["gcp_secret_manager"].TextOf("version") is { } number and not "latest" ? number : null }, google.Location, consumer, variable);
        }

        YamlValue id = aws.Text is null ? aws["secret_id"] : aws;
        if (id.Text is not null)
        {
            // The short form may end in #field.
            int sign = aws.Text is null ? -1 : id.Text.IndexOf('#', StringComparison.Ordinal), length = sign < 0 ? id.Text.Length : sign;
            SecretReference reference = ReferenceOf.Secret(StoreTypes.AwsSecretsManager, Interpolation.Known(id.Text[..length]), "secrets.aws_secrets_manager") with
            {
                Property = sign < 0 ? aws.TextOf("field") : id.Text[(sign + 1)..],
                Version = aws.TextOf("version_id") ?? aws.TextOf("version_stage"),
                Address = aws.TextOf("region"),
            };
            found.Add(reference, sign < 0 ? id.Location : id.Place(0, length), consumer, variable);
        }
    }
}
