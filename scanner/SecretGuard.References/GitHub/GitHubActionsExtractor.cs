using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.GitHub;

/// <summary>Workflows and actions of GitHub: secrets in expressions, secrets between workflows, actions that fetch from stores, and the scripts of steps.</summary>
internal sealed class GitHubActionsExtractor : IExtractor
{
    /// <inheritdoc/>
    public string Name => "github-actions";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => IsWorkflow(source);

    /// <summary>Whether a text may be a workflow or an action.</summary>
    public static bool IsWorkflow(SourceText source) =>
        source.IsYaml && (source.SyntaxPath.Contains(".github/workflows/", StringComparison.Ordinal) || source.FileName is "action.yml" or "action.yaml"
            || (source.IsPart && (source.Text.Contains("${{", StringComparison.Ordinal) || source.Text.Contains("runs-on:", StringComparison.Ordinal) || source.Text.Contains("uses:", StringComparison.Ordinal))));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (YamlValue root in YamlDocuments.Read(source, found))
        {
            ReadCalled(found, root["on", "workflow_call", "secrets"]);
            foreach ((YamlValue scalar, YamlPath? path) in YamlWalk.Scalars(root))
            {
                string? job = path?.Below("jobs");
                string consumer = job is null ? "" : $"job/{job}";
                ReadScalar(found, scalar, path, consumer, job is null ? YamlValue.Nothing : root["jobs", job], root["env"]);
            }
        }
    }

    private void ReadScalar(Extraction found, YamlValue scalar, YamlPath? path, string consumer, YamlValue job, YamlValue variables)
    {
        string? environment = job["environment"].Text ?? job["environment", "name"].Text;
        foreach (SecretExpression secret in SecretExpression.In(scalar.Text!))
        {
            SecretReference reference = Secret(secret.Name, "secrets", secret.IsOptional) with
            {
                Kind = secret.Name == "*" ? ReferenceKinds.Source : ReferenceKinds.Secret,
                Address = environment is null || environment.Contains("${{", StringComparison.Ordinal) ? null : environment,
            };
            found.Add(reference, scalar.Place(secret.Start, secret.Length), consumer, OfBuild(path, scalar.Text!, secret.Start) ?? Provided(path));
        }

        switch (path?.Key)
        {
            case "run":
                ReadScript(found, scalar.Inner(), path.Owner, [path.Owner["env"], job["env"], variables], [environment ?? "", consumer]);
                break;
            case "uses" when path.Owner["with"].IsMap:
                StoreActions.Read(found, scalar.Text!, path.Owner["with"], consumer);
                break;
            case "secrets" when scalar.Text == "inherit":
                found.Add(Secret("*", "secrets: inherit", null) with { Kind = ReferenceKinds.Source }, scalar.Location, consumer);
                break;
        }
    }

    /// <summary>Reads a script. What its step, its job or its workflow sets without a secret, as a token that the run makes itself, nobody else has to set.</summary>
    private void ReadScript(Extraction found, SourceText script, YamlValue step, YamlValue[] environments, IReadOnlyList<string> runBy)
    {
        string[] secrets = [.. environments.SelectMany(Secrets)];
        string[] others = [.. environments.SelectMany(environment => environment.Members).Select(variable => variable.Key.Text).OfType<string>().Except(secrets, StringComparer.Ordinal)];
        Extraction read = found.Fresh();
        ExtractorCatalogue.Read(script.As(step.TextOf("shell") is "pwsh" or "powershell" ? "pwsh" : "bash", Name, secrets, runBy), read);
        found.Add(read, read.Records.Where(record => !(record.Reference.IsOfScript && record.Provides is null && others.Contains(record.Reference.Name, StringComparer.Ordinal))));
    }

    /// <summary>The variables of an environment that hold secrets.</summary>
    private static IEnumerable<string> Secrets(YamlValue variables) =>
        variables.Members.Where(variable => variable.Key.Text is not null && variable.Value.Text is { } value && SecretExpression.In(value).Any()).Select(variable => variable.Key.Text!);

    /// <summary>What a called workflow is to be given.</summary>
    private static void ReadCalled(Extraction found, YamlValue secrets)
    {
        foreach ((YamlValue key, YamlValue secret) in secrets.Members)
        {
            if (key.Text is { } name && !SecretExpression.IsBuiltIn(name))
            {
                found.Add(Secret(name, "workflow_call", !secret.Says("required")), key.Location, "workflow_call");
            }
        }
    }

    /// <summary>The secret of a build that a line of docker/build-push-action gives it: <c>npm=${{ secrets.NPM_TOKEN }}</c>; null for what is none.</summary>
    private static SecretReference? OfBuild(YamlPath? path, string text, int start)
    {
        if (path is not { Key: "secrets", Above: "with" } || path.Up?.Owner.TextOf("uses")?.StartsWith("docker/build-push-action@", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        string line = text[(text.LastIndexOf('\n', start) + 1)..start].TrimStart(' ', '"', '\'');
        return line.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 ? ReferenceOf.Secret(StoreTypes.DockerBuild, line[..equals], "build-push-action") : null;
    }

    private static SecretReference? Provided(YamlPath? path) => path switch
    {
        { Key.Length: > 0, Above: "env" } => ReferenceOf.SecretVariable(path.Key, "env"),
        { Key.Length: > 0, Above: "secrets" } => Secret(path.Key, "secrets", null),
        _ => null,
    };

    private static SecretReference Secret(string name, string via, bool? optional) =>
        ReferenceOf.Secret(StoreTypes.GitHubActions, name, via) with { IsOptional = optional };
}
