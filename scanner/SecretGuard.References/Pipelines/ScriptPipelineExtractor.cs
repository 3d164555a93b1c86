using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Pipelines;

/// <summary>Pipelines whose files are little more than scripts: CircleCI, Bitbucket, AWS CodeBuild. The last fetches secrets for them.</summary>
internal sealed class ScriptPipelineExtractor : IExtractor
{
    /// <summary>What runs the scripts, for who asks where their output goes.</summary>
    public const string Holder = "script-pipeline";

    private const string Command = "command", Run = "run", Manager = "secrets-manager", Parameters = "parameter-store";

    private static readonly Regex Template = new(@"<<\s*(?<name>(?:parameters|pipeline|matrix)\.[\w.-]+)\s*>>", RegexOptions.NonBacktracking);

    /// <summary>The keys of lists of commands.</summary>
    private static readonly string[] Lists = ["script", "after-script", "commands", "finally"];

    /// <inheritdoc/>
    public string Name => Holder;

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => source.IsYaml && (source.SyntaxPath.Contains(".circleci/", StringComparison.Ordinal)
        || source.FileName.StartsWith("bitbucket-pipelines.", StringComparison.OrdinalIgnoreCase)
        || (source.FileName.Contains("buildspec", StringComparison.OrdinalIgnoreCase) && source.Text.Contains("phases:", StringComparison.Ordinal)));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (YamlValue root in YamlDocuments.Read(source, found))
        {
            // The commands of a list are run by one shell.
            SourceText[] scripts = [.. YamlWalk.Scalars(root).Where(one => IsCommand(one.Path)).GroupBy(one => (object)(one.Path!.Key.Length > 0 ? one.Scalar : one.Path.Owner), ReferenceEqualityComparer.Instance)
                .SelectMany(script => YamlValue.Joined([.. script.Select(one => one.Scalar)])).Select(text => text.Flattened(FilledIn(text.Text)))];
            IReadOnlyList<string> given = [.. root["env", Manager].Members.Concat(root["env", Parameters].Members).Select(member => member.Key.Text).OfType<string>(), .. SecretVariables.ReadBy(scripts)];
            foreach (SourceText script in scripts)
            {
                ExtractorCatalogue.Read(script.As("bash", Holder, given), found);
            }

            ReadFetched(found, root["env", Manager], StoreTypes.AwsSecretsManager);
            ReadFetched(found, root["env", Parameters], StoreTypes.AwsSsm);
        }
    }

    /// <summary><c>&lt;&lt; parameters.image &gt;&gt;</c> of CircleCI as the variable that it is: to a shell it would begin a document.</summary>
    private static string FilledIn(string text) => !text.Contains("<<", StringComparison.Ordinal) ? text
        : Template.Replace(text, match => $"${{{match.Groups["name"].Value.Replace('.', '_').Replace('-', '_').PadRight(match.Length - 3, '_')}}}");

    /// <summary>An entry of a list of commands, or a step <c>run: …</c> and <c>run: { command: … }</c>.</summary>
    private static bool IsCommand(YamlPath? path) => path is not null && path.Key switch
    {
        "" => path.Up is { } list && Array.IndexOf(Lists, list.Key) >= 0,
        Command => path.Up is { Key: Run, Up.Key: "" },
        Run => path.Up?.Key.Length == 0,
        _ => false,
    };

    /// <summary><c>DB_PASSWORD: shop/db:password</c>: the secret, the field of its JSON, the version.</summary>
    private static void ReadFetched(Extraction found, YamlValue fetched, string store)
    {
        foreach ((YamlValue variable, YamlValue value) in fetched.Members)
        {
            if (variable.Text is { } name && value.Text is { Length: > 0 } text)
            {
                // An ARN has colons of its own.
                string[] parts = store == StoreTypes.AwsSsm || text.StartsWith("arn:", StringComparison.Ordinal) ? [text] : text.Split(':');
                if (parts[0].Length > 0)
                {
                    SecretReference reference = ReferenceOf.Secret(store, Interpolation.Known(parts[0]), store == StoreTypes.AwsSsm ? $"env.{Parameters}" : $"env.{Manager}") with { Property = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null };
                    found.Add(reference, value.Place(0, parts[0].Length), "", ReferenceOf.SecretVariable(name, "env"));
                }
            }
        }
    }
}
