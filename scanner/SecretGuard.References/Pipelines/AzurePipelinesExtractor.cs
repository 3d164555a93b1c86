using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Helm;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Pipelines;

/// <summary>Pipelines of Azure DevOps: secrets of a Key Vault, groups of variables, and the secret variables that steps are given.</summary>
internal sealed class AzurePipelinesExtractor : IExtractor
{
    private static readonly Regex Macro = new(@"\$\((?<name>[A-Za-z_][\w.-]*)\)", RegexOptions.NonBacktracking);

    /// <summary>How expressions name a variable; their brackets stand before it on the line, or the key says that it is one.</summary>
    private static readonly Regex Expression = new(@"\bvariables(?:\.(?<name>[A-Za-z_][\w.]*)|\[\s*'(?<name>[^'\r\n]+)'\s*\])", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly string[] Scripts = ["script", "bash", "inlineScript"];
    private static readonly string[] PowerShells = ["pwsh", "powershell", "Inline"];
    private static readonly string[] Runners = ["environment", "deployment", "job", "stage"];
    private static readonly string[] BuiltIn = ["agent.", "build.", "checks.", "deployment.", "environment.", "pipeline.", "release.", "resources.", "strategy.", "system.", "tf_build"];

    /// <inheritdoc/>
    public string Name => "azure-pipelines";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => IsPipeline(source);

    /// <summary>Whether a text may be a pipeline, or a template of steps.</summary>
    public static bool IsPipeline(SourceText source) =>
        source.IsYaml && (source.Text.Contains("AzureKeyVault@", StringComparison.Ordinal)
            || (Has(source, "$(", "group:", "script:", "bash:", "pwsh:", "powershell:", "inlineScript:")
            && (source.SyntaxPath.Contains("azure-pipelines", StringComparison.OrdinalIgnoreCase) || (Has(source, "steps:", "jobs:", "stages:", "variables:") && Has(source, "task:", "script:", "pool:", "pwsh:", "bash:", "- group:")
            && !Has(source, "runs-on:", "apiVersion:", "using:") && !source.SyntaxPath.Contains("gitlab", StringComparison.OrdinalIgnoreCase)))));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (YamlValue root in YamlDocuments.Read(source, found))
        {
            IReadOnlyList<(YamlValue Scalar, YamlPath? Path)> scalars = YamlWalk.Scalars(root);
            var fetched = new HashSet<string>(StringComparer.OrdinalIgnoreCase); // names that a Key Vault gives
            foreach ((YamlValue scalar, YamlPath? path) in scalars)
            {
                if (path?.Key == "task" && scalar.Text!.StartsWith("AzureKeyVault@", StringComparison.OrdinalIgnoreCase))
                {
                    ReadVault(found, path.Owner["inputs"], fetched);
                }
                else if (path?.Key == "task" && scalar.Text!.StartsWith("HelmDeploy@", StringComparison.OrdinalIgnoreCase) && HelmCommand.OfTask(path.Owner["inputs"], RunBy(path)) is { } installed)
                {
                    found.Add(installed);
                }
                else if (path?.Key == "group" && path.Above == "variables")
                {
                    found.Add(ReferenceOf.Secret(StoreTypes.AzurePipelines, scalar.Text!, "variables.group") with { Kind = ReferenceKinds.Source }, scalar.Location, "");
                }
            }

            foreach ((YamlValue scalar, YamlPath? path) in scalars)
            {
                ReadScalar(found, scalar, path, fetched);
            }
        }
    }

    private static bool Has(SourceText source, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (source.Text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void ReadVault(Extraction found, YamlValue inputs, HashSet<string> fetched)
    {
        YamlValue names = inputs["SecretsFilter"].Text is null ? inputs["secretsFilter"] : inputs["SecretsFilter"];
        string? vault = (inputs.TextOf("KeyVaultName") ?? inputs.TextOf("keyVaultName")) is { } name ? Macro.Replace(name, "*") : null;
        if (names.Text is null)
        {
            YamlValue at = inputs["KeyVaultName"].Text is null ? inputs["keyVaultName"] : inputs["KeyVaultName"];
            if (at.Text is not null)
            {
                found.Add(ReferenceOf.KeyVault(vault, "*", "AzureKeyVault") with { Kind = ReferenceKinds.Source }, at.Location, "");
            }

            return;
        }

        foreach ((string secret, int start) in TextParts.Split(names.Text, ",\n"))
        {
            fetched.Add(secret);
            SecretReference reference = ReferenceOf.KeyVault(vault, Macro.Replace(secret, "*"), "AzureKeyVault");
            found.Add(secret == "*" ? reference with { Kind = ReferenceKinds.Source } : reference, names.Place(start, secret.Length), "", Variable(secret, "AzureKeyVault", isSecret: true));
        }
    }

    /// <summary>Variables that an environment is given, all of them; elsewhere only those that are secret.</summary>
    private void ReadScalar(Extraction found, YamlValue scalar, YamlPath? path, HashSet<string> fetched)
    {
        bool isEnvironment = path is { Key.Length: > 0, Above: "env" };
        foreach (Match macro in Macro.Matches(scalar.Text!))
        {
            Group name = macro.Groups["name"];
            bool isSecret = fetched.Contains(name.Value) || ReferenceOf.SaysSecret(name.Value) || (isEnvironment && ReferenceOf.SaysSecret(path!.Key));
            bool isBuiltIn = Array.Exists(BuiltIn, start => name.Value.StartsWith(start, StringComparison.OrdinalIgnoreCase));
            if (!isBuiltIn && (isSecret || isEnvironment))
            {
                found.Add(
                    Variable(name.Value, isEnvironment ? "env" : "macro", isSecret),
                    scalar.Place(name.Index, name.Length),
                    "",
                    isEnvironment ? new SecretReference(StoreTypes.Environment, ReferenceKinds.Variable, path!.Key) { IsSecret = isSecret, Via = "env" } : null);
            }
        }

        if (path?.Key == "condition" || scalar.Text!.Contains("$[", StringComparison.Ordinal) || scalar.Text.Contains("${{", StringComparison.Ordinal))
        {
            foreach (Group name in Expression.Matches(scalar.Text!).Select(match => match.Groups["name"]).Where(name => fetched.Contains(name.Value) || ReferenceOf.SaysSecret(name.Value)))
            {
                found.Add(Variable(name.Value, "variables", isSecret: true), scalar.Place(name.Index, name.Length), "");
            }
        }

        if (path is not null && LanguageOf(path) is { } language)
        {
            ExtractorCatalogue.Read(scalar.Inner().As(language, Name, [.. Secrets(path, fetched)], RunBy(path)), found);
        }
    }

    /// <summary>The variables that the step of a script hands it: secret ones are in no environment unless a step says so.</summary>
    private static IEnumerable<string> Secrets(YamlPath script, HashSet<string> fetched)
    {
        YamlValue step = script.Key == "inlineScript" || script.Up?.Key == "inputs" ? script.Up?.Owner ?? YamlValue.Nothing : script.Owner;
        return step["env"].Members.Where(variable => variable.Key.Text is { } name && variable.Value.Text is { } value && Macro.Match(value) is { Success: true } macro
            && (fetched.Contains(macro.Groups["name"].Value) || ReferenceOf.SaysSecret(macro.Groups["name"].Value) || ReferenceOf.SaysSecret(name))).Select(variable => variable.Key.Text!);
    }

    /// <summary>What the stage, the job and the environment are called that a step is of, the nearest first.</summary>
    private static string[] RunBy(YamlPath? path)
    {
        var names = new List<string>();
        for (; path is not null; path = path.Up)
        {
            names.AddRange(Runners.Select(key => path.Owner.TextOf(key) ?? path.Owner[key].TextOf("name")).OfType<string>());
        }

        return [.. names];
    }

    /// <summary>The language of a script by its key, and by the task that it is given to. Null where it is none.</summary>
    public static string? LanguageOf(YamlPath path)
    {
        if (!Scripts.Contains(path.Key, StringComparer.Ordinal))
        {
            return PowerShells.Contains(path.Key, StringComparer.Ordinal) ? "pwsh" : null;
        }

        bool isPowerShell = path.Owner.TextOf("scriptType") is "ps" or "pscore" || path.Up?.Owner.TextOf("task")?.StartsWith("PowerShell@", StringComparison.OrdinalIgnoreCase) == true
            || path.Up?.Owner.TextOf("task")?.StartsWith("AzurePowerShell@", StringComparison.OrdinalIgnoreCase) == true;
        return isPowerShell ? "pwsh" : "bash";
    }

    private static SecretReference Variable(string name, string via, bool isSecret) =>
        new(StoreTypes.AzurePipelines, ReferenceKinds.Secret, name) { IsSecret = isSecret, Via = via };

    /// <summary>The names of the variables that a Key Vault gives, as the tasks that fetch them say.</summary>
    public static HashSet<string> Fetched(IReadOnlyList<(YamlValue Scalar, YamlPath? Path)> scalars)
    {
        var fetched = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((YamlValue scalar, YamlPath? path) in scalars)
        {
            if (path?.Key == "task" && scalar.Text!.StartsWith("AzureKeyVault@", StringComparison.OrdinalIgnoreCase))
            {
                ReadVault(new Extraction(), path.Owner["inputs"], fetched);
            }
        }

        return fetched;
    }
}
