using System.Text;
using System.Text.RegularExpressions;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.References.AzureSettings;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Templates;

/// <summary>Defaults of secrets that everybody can read: what is deployed without the secret works, with one that is no secret.</summary>
internal sealed class DefaultLiteralLint : ILint
{
    private const string Follows = "where nobody sets it, this value is used, and everybody who may read the repository knows it";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.Multiline;

    /// <summary><c>db_password | default('word')</c> of Jinja.</summary>
    private static readonly Regex Filtered = new("""\b(?<name>[A-Za-z_][\w.]*)[ \t]*\|[ \t]*d(?:efault)?\([ \t]*["'](?<value>[^"'\r\n{}]+)["']""", Options);

    /// <summary><c>lookup('env', 'DB_PASSWORD') | default('word')</c> of Ansible, <c>env_var('DB_PASSWORD', 'word')</c> of dbt.</summary>
    private static readonly Regex LookedUp = new("""\b(?:(?:lookup|query|q)\([ \t]*["'](?:ansible\.builtin\.)?env["'][ \t]*,[ \t]*["'](?<name>\w+)["'][^()\r\n]*\)[ \t]*\|[ \t]*d(?:efault)?\(|env_var\([ \t]*["'](?<name>\w+)["'][ \t]*,)[ \t]*["'](?<value>[^"'\r\n{}]+)["']""", Options);

    /// <summary><c>param dbPassword string = 'word'</c> of Bicep, with what marks it.</summary>
    private static readonly Regex Parameter = new("""^(?<mark>[ \t]*@(?:sys\.)?secure\(\)[ \t]*(?:\r?\n[ \t]*@(?:sys\.)?\w+\([^\r\n]*\)[ \t]*)*\r?\n)?[ \t]*param[ \t]+(?<name>\w+)[ \t]+string[ \t]*=[ \t]*'(?<value>[^'$\r\n]+)'""", Options);

    /// <summary>How names end of what is marked with a secret and is none.</summary>
    private static readonly string[] Public = ["user", "username", "login", "name", "host", "email", "id", "arn", "endpoint", "url", "uri", "region", "location", "domain", "port", "file", "path"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [TemplateRules.DefaultLiteral];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (LocalFiles.IsOne(text))
        {
            return;
        }

        foreach (TemplateVariable variable in text.Variables.Where(variable => variable.HasDefault && IsTold(variable.Name, variable.Default)))
        {
            found.Add(TemplateRules.DefaultLiteral, variable.Location, variable.Name, Follows);
        }

        foreach (HelmDefault value in HelmDefault.In(text.Source).Where(value => IsTold(value.Name[(value.Name.LastIndexOf('.') + 1)..], value.Value)))
        {
            found.Add(TemplateRules.DefaultLiteral, value.Location, $".Values.{value.Name}", Follows);
        }

        if ((text.Source.IsYaml || text.Source.HasEnd(".j2", ".jinja", ".jinja2")) && text.Source.Text.Contains("{{", StringComparison.Ordinal))
        {
            LookWith(Filtered, text.Source, found);
            LookWith(LookedUp, text.Source, found);
        }

        if (BicepResource.IsBicep(text.Source))
        {
            LookWith(Parameter, text.Source, found);
        }

        LookAtTerraform(text, found);
        LookAtCloudFormation(text, found);
        LookAtAzure(text, found);
    }

    /// <summary>A stub is a password as good as any other to the server that is set up with it, but opens nothing where somebody else has issued the token.</summary>
    private static bool IsTold(string name, string value) =>
        SecretSettings.IsOne(name) && SecretSettings.IsValue(value) && !(NameJudge.Judge(Encoding.UTF8.GetBytes(name)) is NameKind.Token or NameKind.ApiKey && Placeholders.IsPlaceholder(Encoding.UTF8.GetBytes(value)));

    /// <summary>What is marked as a secret is one whatever its name, unless that says who signs in or where.</summary>
    private static bool IsMarkedTold(string name, string value) => IsTold(name, value)
        || (!ReferenceOf.SaysSecret(name) && SecretSettings.IsValue(value) && !Array.Exists(Public, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)));

    private static void LookWith(Regex regex, SourceText source, LintFindings found)
    {
        foreach (Match match in regex.Matches(source.Text))
        {
            Group name = match.Groups["name"];
            if (match.Groups["mark"].Success ? IsMarkedTold(name.Value, match.Groups["value"].Value) : IsTold(name.Value[(name.Value.LastIndexOf('.') + 1)..], match.Groups["value"].Value))
            {
                found.Add(TemplateRules.DefaultLiteral, source.At(name.Index, name.Length), name.Value, Follows);
            }
        }
    }

    private static void LookAtTerraform(LintText text, LintFindings found)
    {
        if (!TerraformExtractor.IsTerraform(text.Source) || !text.Source.Text.Contains("default", StringComparison.Ordinal))
        {
            return;
        }

        foreach (HclBlock variable in text.Blocks.Where(block => block is { Type: "variable", Labels.Count: 1 }))
        {
            if (variable["default"] is { Text: { } value } && (variable["sensitive"]?.Expression == "true" ? IsMarkedTold(variable.Labels[0], value) : IsTold(variable.Labels[0], value)))
            {
                found.Add(TemplateRules.DefaultLiteral, variable.Location, $"var.{variable.Labels[0]}", Follows);
            }
        }
    }

    private static void LookAtCloudFormation(LintText text, LintFindings found)
    {
        if (!(text.Source.IsYaml || text.IsJson) || !text.Source.Text.Contains("Parameters", StringComparison.Ordinal) || !text.Source.Text.Contains("Default", StringComparison.Ordinal))
        {
            return;
        }

        foreach ((YamlValue name, YamlValue parameter) in text.Roots.SelectMany(root => root["Parameters"].Members))
        {
            if (name.Text is not null && parameter.TextOf("Type") == "String" && parameter.TextOf("Default") is { } value && (parameter.Says("NoEcho") ? IsMarkedTold(name.Text, value) : IsTold(name.Text, value)))
            {
                found.Add(TemplateRules.DefaultLiteral, name.Location, name.Text, Follows);
            }
        }
    }

    /// <summary>What begins with a bracket is worked out when it is deployed: <c>[newGuid()]</c>.</summary>
    private static void LookAtAzure(LintText text, LintFindings found)
    {
        if (!text.IsJson || !text.Source.Text.Contains("deploymentTemplate.json", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach ((YamlValue name, YamlValue parameter) in text.Roots.SelectMany(root => root["parameters"].Members))
        {
            bool isMarked = parameter.TextOf("type")?.StartsWith("secure", StringComparison.OrdinalIgnoreCase) == true;
            YamlValue given = parameter["defaultValue"];
            bool isTold = given.Text is { Length: > 0 } value && value[0] != '[' && (isMarked ? IsMarkedTold(name.Text!, value) : IsTold(name.Text!, value));
            if (isTold || given.Members.Any(static field => field.Key.Text is { } key && field.Value.Text is { Length: > 0 } value && value[0] != '[' && IsTold(key, value)))
            {
                found.Add(TemplateRules.DefaultLiteral, name.Location, name.Text!, Follows);
            }
        }
    }
}
